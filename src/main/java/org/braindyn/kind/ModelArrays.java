package org.braindyn.kind;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.braindyn.data.BadInput;
import org.braindyn.data.Precision;
import org.braindyn.data.Reason;
import org.braindyn.graph.BrainGraph;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.io.arrays.Npz;
import org.braindyn.io.model.ModelInfo;
import org.braindyn.io.model.ModelInfoJson;

/**
 * A model file: numbers by name and one JSON text that names the kind and tells shape and
 * provenance. Everything is checked as it is asked for, and messages name the file.
 */
public final class ModelArrays {
  private static final String KIND = "kind";
  private static final String SHAPE = "shape";

  private final Path file;
  private final Map<String, NpyArray> all;
  private final JsonObject json;
  private final BrainGraph graph;
  private boolean graphUsed;

  private ModelArrays(Path file, Map<String, NpyArray> all, BrainGraph graph) {
    this.file = file;
    this.all = all;
    this.graph = graph;
    NpyArray entry = all.get(ModelInfoJson.ENTRY);
    json = entry == null || entry.text() == null ? null : ModelInfoJson.parse(entry.text());
  }

  /**
   * Reads a file.
   *
   * @param graph a graph to use in place of the file's own, or null
   */
  static ModelArrays read(Path file, BrainGraph graph) throws IOException {
    return new ModelArrays(file, Npz.read(file), graph);
  }

  /** Writes a model. */
  static void write(Path file, TrainedModel model) {
    Map<String, NpyArray> arrays = new LinkedHashMap<>(model.arrays());
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put(KIND, model.kind().name());
    ModelShape s = model.shape();
    Map<String, Object> shape = new LinkedHashMap<>();
    shape.put("regions", s.regions());
    shape.put("signals", s.signals());
    shape.put("context", s.context());
    shape.put("horizon", s.horizon());
    shape.put("precision", s.precision().name());
    parts.put(SHAPE, shape);
    parts.putAll(model.description());
    String text = ModelInfoJson.write(model.provenance().info(), parts);
    arrays.put(ModelInfoJson.ENTRY, NpyArray.of(text));
    try {
      Npz.write(file, arrays);
    } catch (IOException e) {
      throw new BadInput(
          "model=" + file + " cannot be written: " + Reason.of(e) + ". Choose another file.", e);
    }
  }

  /** The file, for messages. */
  public Path file() {
    return file;
  }

  /** Name of the kind; empty in files of versions that did not name it. */
  public String kind() {
    return json != null && json.has(KIND) ? json.get(KIND).getAsString() : "";
  }

  /** Names of all arrays. */
  public Set<String> names() {
    return all.keySet();
  }

  /** The arrays as they were read. */
  public Map<String, NpyArray> all() {
    return all;
  }

  /** The graph to use in place of the file's own, or null. */
  public BrainGraph graph() {
    graphUsed = true;
    return graph;
  }

  /** Refuses a graph that the kind has no use for. */
  void checkGraphUsed(TrainedModel model) {
    if (graph != null && !graphUsed) {
      throw new BadInput(
          "graph: this model (" + model.title() + ") takes no other graph. Leave the option out.");
    }
  }

  /** What the model sees and gives. */
  public ModelShape shape() {
    Shape s = description(SHAPE, Shape.class);
    if (s.regions < 1 || s.signals < 1 || s.context < 1 || s.horizon < 1 || s.precision == null) {
      throw new BadInput(file + " holds no readable shape. Train the model again.");
    }
    return new ModelShape(s.regions, s.signals, s.context, s.horizon, s.precision);
  }

  private record Shape(int regions, int signals, int context, int horizon, Precision precision) {}

  /** True if the description has such a part. */
  public boolean describes(String key) {
    return json != null && json.has(key);
  }

  /**
   * A part of the description.
   *
   * @param type a record or class with fields of those names
   * @throws BadInput if there is no such part or it does not fit the type
   */
  public <T> T description(String key, Class<T> type) {
    if (!describes(key)) {
      throw new BadInput(file + " holds no description of its " + key + ". Train the model again.");
    }
    return parse(json.get(key), type);
  }

  /**
   * A text array that holds JSON, as earlier versions had it.
   *
   * @param type a record or class with fields of those names
   * @throws BadInput if there is no such text or it does not fit the type
   */
  public <T> T text(String name, Class<T> type) {
    NpyArray array = all.get(name);
    if (array == null || array.text() == null) {
      throw new BadInput(file + " lacks the description \"" + name + "\". Train the model again.");
    }
    return parse(ModelInfoJson.parse(array.text()), type);
  }

  private <T> T parse(JsonElement element, Class<T> type) {
    try {
      T part = new Gson().fromJson(element, type);
      if (part != null) {
        return part;
      }
    } catch (JsonParseException e) {
      throw new BadInput(file + " holds no readable description: " + Reason.of(e), e);
    }
    throw new BadInput(file + " holds an empty description. Train the model again.");
  }

  /** From what and how the model was made; nothing known in files without a description. */
  public Provenance provenance() {
    return Provenance.of(kind(), json == null ? ModelInfo.UNKNOWN : ModelInfoJson.info(json));
  }

  /** Lengths of an array's dimensions, slowest first. */
  public int[] dimensions(String name) {
    numbers(name); // it must be there
    return all.get(name).shape().clone();
  }

  /** Finite numbers of an array, all dimensions in a row. */
  public double[] numbers(String name) {
    NpyArray array = all.get(name);
    if (array == null || array.numbers() == null) {
      throw new BadInput(file + " lacks the array \"" + name + "\". Train the model again.");
    }
    for (double v : array.numbers()) {
      if (!Double.isFinite(v)) {
        throw new BadInput(file + ": array \"" + name + "\" holds " + v + ". Train again.");
      }
    }
    return array.numbers();
  }

  /** The same, of so many numbers. */
  public double[] numbers(String name, int count) {
    double[] values = numbers(name);
    if (values.length != count) {
      throw new BadInput(
          String.format(
              "%s: array \"%s\" has %d numbers, but the other arrays ask for %d. Train it again.",
              file, name, values.length, count));
    }
    return values;
  }

  /** An array as rows of so many numbers. */
  public double[][] rows(String name, int columns) {
    double[] flat = numbers(name);
    if (columns < 1 || flat.length == 0 || flat.length % columns != 0) {
      throw new BadInput(
          String.format(
              "%s: array \"%s\" has %d numbers, which are no rows of %d. Train it again.",
              file, name, flat.length, columns));
    }
    double[][] rows = new double[flat.length / columns][columns];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(flat, i * columns, rows[i], 0, columns);
    }
    return rows;
  }

  /** Rows of regions: whole numbers from 0 to below {@code regions}. */
  public int[] integers(String name, int regions) {
    double[] values = numbers(name);
    int[] result = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = (int) values[i];
      if (result[i] != values[i] || result[i] < 0 || result[i] >= regions) {
        throw new BadInput(
            String.format(
                "%s: array \"%s\" names region %s, but there are %d. Train it again.",
                file, name, values[i], regions));
      }
    }
    return result;
  }
}
