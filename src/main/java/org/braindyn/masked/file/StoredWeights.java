package org.braindyn.masked.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.io.arrays.Npz;
import org.braindyn.io.weights.WeightsFile;

/**
 * Named arrays and the configuration that belongs to them, from safetensors, a torch file or an
 * .npz. Names are those of the released state dictionary; "module." and "param/" before them are
 * dropped.
 */
final class StoredWeights {
  private static final long MOST_CONFIG = 1 << 20;

  /** Gives the numbers of one array. */
  private interface Numbers {
    double[] get() throws IOException;
  }

  private final Path file;
  private final Map<String, int[]> shapes = new LinkedHashMap<>();
  private final Map<String, Numbers> numbers = new LinkedHashMap<>();
  private Map<String, String> metadata = Map.of();
  private String config;
  private String configSource;

  private StoredWeights(Path file) {
    this.file = file;
  }

  /**
   * Opens a file.
   *
   * @param file weights
   * @param other a JSON file with the configuration; null to look into the file, then for a {@code
   *     config.json} beside it
   */
  static StoredWeights read(Path file, Path other) throws IOException {
    StoredWeights stored = new StoredWeights(file);
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".npz")) {
      stored.addAll(Npz.read(file));
    } else {
      WeightsFile weights = WeightsFile.open(file);
      weights
          .tensors()
          .forEach((name, info) -> stored.add(name, info.shape(), () -> weights.values(name)));
      stored.metadata = Map.copyOf(weights.metadata());
      stored.config = stored.metadata.get("config");
      stored.configSource = file.toString();
    }
    Path beside = file.toAbsolutePath().resolveSibling("config.json");
    if (other != null) {
      stored.readConfig(other);
    } else if (stored.config == null && Files.isRegularFile(beside)) {
      stored.readConfig(beside);
    }
    return stored;
  }

  private void addAll(Map<String, NpyArray> arrays) {
    boolean golden = arrays.keySet().stream().anyMatch(n -> n.startsWith("param/"));
    for (Map.Entry<String, NpyArray> e : arrays.entrySet()) {
      NpyArray array = e.getValue();
      String name = e.getKey();
      if (name.equals("config")) {
        config = array.text();
        configSource = file.toString();
      } else if (array.numbers() != null && (!golden || name.startsWith("p"))) {
        add(name.replaceFirst("^param/", ""), array.shape(), array::numbers);
      }
    }
  }

  private void add(String name, int[] shape, Numbers values) {
    String plain = name.replaceFirst("^module\\.", "");
    if (shapes.put(plain, shape) != null) {
      throw new BadInput(file + " holds the array \"" + plain + "\" twice.");
    }
    numbers.put(plain, values);
  }

  private void readConfig(Path json) throws IOException {
    if (!Files.isRegularFile(json)) {
      throw new BadInput("There is no configuration file " + json + ".");
    }
    if (Files.size(json) > MOST_CONFIG) {
      throw new BadInput(json + " is too large for a configuration.");
    }
    try {
      config = Files.readString(json);
    } catch (java.nio.charset.CharacterCodingException e) {
      throw new BadInput(json + " is not a text file in UTF-8.", e);
    }
    configSource = json.toString();
  }

  /** The file. */
  Path file() {
    return file;
  }

  /** Texts of a safetensors file. */
  Map<String, String> metadata() {
    return metadata;
  }

  /** Shapes of all arrays by name. */
  Map<String, int[]> shapes() {
    return shapes;
  }

  boolean has(String name) {
    return shapes.containsKey(name);
  }

  /** Numbers of an array, which must be finite. */
  double[] values(String name) throws IOException {
    double[] values = numbers.get(name).get();
    for (double v : values) {
      if (!Double.isFinite(v)) {
        throw new BadInput(
            file + ": the array \"" + name + "\" holds " + v + ". Weights must be finite.");
      }
    }
    return values;
  }

  /**
   * The configuration, completed from the shapes.
   *
   * @throws BadInput if there is none
   */
  ReleasedConfig config() {
    if (config == null) {
      throw new BadInput(
          "There is no configuration for "
              + file
              + ": put its config.json beside it, or name one with config=FILE.json.");
    }
    return ReleasedConfig.parse(config, configSource).completedBy(shapes);
  }
}
