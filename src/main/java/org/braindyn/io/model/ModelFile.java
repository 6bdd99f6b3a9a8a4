package org.braindyn.io.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Precision;
import org.braindyn.graph.BrainGraph;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.io.arrays.Npz;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Names;
import org.braindyn.model.parameter.Parameters;

/**
 * Models as .npz: one array per parameter under the reference's name, {@code edge_index} [2, edges]
 * and {@code edge_weight}, and one JSON string {@code braindyn}. A {@code state_dict} that NumPy
 * saved under those names (with or without {@code param/} before them) is read as it is.
 */
public final class ModelFile {
  static final String JSON = ModelInfoJson.ENTRY;
  private static final String PREFIX = "param/";

  private ModelFile() {}

  /** Writes a model; its arrays in float or double as it computes. */
  public static void write(Path file, BrainDyn model, ModelInfo info) throws IOException {
    StoredModel stored =
        new StoredModel(model.settings(), model.graph(), model.parameters(), info, true);
    Map<String, NpyArray> arrays = arrays(stored);
    arrays.put(JSON, NpyArray.of(ModelInfoJson.write(info, description(model.settings()))));
    Npz.write(file, arrays);
  }

  /** The numbers of a model, in float or double as it computes. */
  public static Map<String, NpyArray> arrays(StoredModel model) {
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    boolean single = model.settings().precision() == Precision.FLOAT;
    for (Parameters.Entry e : model.parameters().entries()) {
      double[] values = model.parameters().get(e.name());
      arrays.put(
          e.name(), single ? NpyArray.ofFloats(values, e.shape()) : NpyArray.of(values, e.shape()));
    }
    BrainGraph graph = model.graph();
    double[] edges = new double[2 * graph.edges()];
    for (int e = 0; e < graph.edges(); e++) {
      edges[e] = graph.source()[e];
      edges[graph.edges() + e] = graph.target()[e];
    }
    arrays.put("edge_index", NpyArray.ofIntegers(edges, 2, graph.edges()));
    arrays.put("edge_weight", NpyArray.of(graph.weight(), graph.edges()));
    return arrays;
  }

  /** What the file's description says of the model itself. */
  public static Map<String, Object> description(ModelSettings settings) {
    return Map.of(ModelJson.SETTINGS, ModelJson.settings(settings));
  }

  /** True if there are parameters of BrainDyn among these arrays. */
  public static boolean is(Map<String, NpyArray> all) {
    return !parameters(all).isEmpty();
  }

  /**
   * Shape and arithmetic of the model in these arrays.
   *
   * @param file for messages
   */
  public static ModelSettings settings(Path file, Map<String, NpyArray> all) {
    return ModelShapes.settings(file, all, parameters(all));
  }

  /** Reads a model that holds its own graph. */
  public static StoredModel read(Path file) throws IOException {
    return read(file, null);
  }

  /**
   * Reads a model.
   *
   * @param graph the graph to use, or null for the file's own {@code edge_index}
   * @throws BadInput if an array is missing, unknown or of the wrong shape, or there is no graph
   */
  public static StoredModel read(Path file, BrainGraph graph) throws IOException {
    return of(file, Npz.read(file), graph);
  }

  /**
   * As {@link #read(Path, BrainGraph)} from arrays that were read already.
   *
   * @param file for messages
   */
  public static StoredModel of(Path file, Map<String, NpyArray> all, BrainGraph graph) {
    Map<String, NpyArray> arrays = parameters(all);
    if (arrays.isEmpty()) {
      throw new BadInput(
          file
              + " holds no model: there is no array named dynamics.*. It has "
              + all.keySet().stream().limit(8).toList()
              + ".");
    }
    ModelSettings settings = ModelShapes.settings(file, all, arrays);
    checkNames(file, settings, arrays);
    Parameters parameters = new Parameters(Names.shapes(settings));
    for (Parameters.Entry e : parameters.entries()) {
      NpyArray array = arrays.get(e.name());
      if (!Arrays.equals(array.shape(), e.shape())) {
        throw new BadInput(
            String.format(
                "%s: array \"%s\" has shape %s, but the other arrays ask for %s.",
                file, e.name(), Arrays.toString(array.shape()), Arrays.toString(e.shape())));
      }
      checkFinite(file, e.name(), array.numbers());
      parameters.set(e.name(), array.numbers());
    }
    BrainGraph edges = graph != null ? graph : edges(file, all, settings.regions());
    ModelInfo info =
        all.containsKey(JSON) ? ModelJson.info(all.get(JSON).text()) : ModelInfo.UNKNOWN;
    boolean chunkKnown = all.containsKey(JSON) || ModelShapes.says(all, "pred_steps");
    return new StoredModel(settings, edges, parameters, info, chunkKnown);
  }

  /** Number of regions of the model in a file. */
  public static int regions(Path file) throws IOException {
    Map<String, NpyArray> all = Npz.read(file);
    return ModelShapes.settings(file, all, parameters(all)).regions();
  }

  private static Map<String, NpyArray> parameters(Map<String, NpyArray> all) {
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    boolean prefixed = all.keySet().stream().anyMatch(k -> k.startsWith(PREFIX));
    String start = prefixed ? PREFIX : "dynamics.";
    for (Map.Entry<String, NpyArray> e : all.entrySet()) {
      if (e.getKey().startsWith(start)) {
        arrays.put(prefixed ? e.getKey().substring(PREFIX.length()) : e.getKey(), e.getValue());
      }
    }
    return arrays;
  }

  private static void checkNames(Path file, ModelSettings s, Map<String, NpyArray> arrays) {
    List<String> missing = new ArrayList<>(Names.shapes(s).keySet());
    missing.removeAll(arrays.keySet());
    if (!missing.isEmpty()) {
      throw new BadInput(
          file + " lacks the arrays " + missing + ". Save the whole state_dict of the model.");
    }
    List<String> extra = new ArrayList<>(arrays.keySet());
    extra.removeAll(Names.shapes(s).keySet());
    if (!extra.isEmpty()) {
      throw new BadInput(
          file
              + " has arrays that no such model uses: "
              + extra
              + ". Remove them, or check that the file is of this model.");
    }
  }

  private static void checkFinite(Path file, String name, double[] values) {
    for (double v : values) {
      if (!Double.isFinite(v)) {
        throw new BadInput(file + ": array \"" + name + "\" holds " + v + ". Train again.");
      }
    }
  }

  private static BrainGraph edges(Path file, Map<String, NpyArray> all, int regions) {
    NpyArray index = all.get("edge_index");
    if (index == null) {
      throw new BadInput(
          file + " has no array edge_index [2, edges]. Add it, or give the graph separately.");
    }
    NpyArray weight = all.get("edge_weight");
    return edges(file.toString(), index, weight == null ? null : weight.numbers(), regions);
  }

  /**
   * A graph from {@code edge_index}: row 0 = sources, row 1 = targets.
   *
   * @param weight one per edge, or null for 1
   */
  public static BrainGraph edges(String name, NpyArray index, double[] weight, int regions) {
    if (index.shape().length != 2 || index.shape()[0] != 2) {
      throw new BadInput(
          name + ": edge_index has shape " + Arrays.toString(index.shape()) + ", not [2, edges].");
    }
    int count = index.shape()[1];
    int[] ends = index.integers();
    double[] weights = weight;
    if (weights == null) {
      weights = new double[count];
      Arrays.fill(weights, 1);
    }
    if (weights.length != count) {
      throw new BadInput(name + ": " + weights.length + " edge weights for " + count + " edges.");
    }
    return new BrainGraph(
        regions, Arrays.copyOf(ends, count), Arrays.copyOfRange(ends, count, 2 * count), weights);
  }
}
