package org.braindyn.masked.file;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Precision;

/** The key=value pairs of {@link MaskedFile}, checked. */
record MaskedOptions(Map<String, String> values) {
  /** How masks are made. */
  enum Mode {
    /** By noise. */
    AUTO_ENCODE,
    /** The end of the recording. */
    PREDICT_LAST,
    /** The end of the recording, to the sample. */
    PREDICT_LAST_PIXEL
  }

  private static final List<String> KEYS =
      List.of(
          "weights",
          "config",
          "signals",
          "coordinates",
          "regions",
          "noise",
          "anchor",
          "seed",
          "ratio",
          "mode",
          "variant",
          "precision",
          "output");

  static MaskedOptions of(String... options) {
    Map<String, String> map = new LinkedHashMap<>();
    for (String option : options) {
      int at = option.indexOf('=');
      String key = at < 0 ? option : option.substring(0, at).toLowerCase(Locale.ROOT);
      if (at < 0 || !KEYS.contains(key)) {
        throw new BadInput("There is no option \"" + option + "\". Options are " + KEYS + ".");
      }
      if (map.put(key, option.substring(at + 1)) != null) {
        throw new BadInput("The option " + key + " is given twice.");
      }
    }
    for (String key : new String[] {"weights", "signals", "output"}) {
      if (!map.containsKey(key)) {
        throw new BadInput("The option " + key + "=FILE is missing.");
      }
    }
    MaskedOptions result = new MaskedOptions(map);
    result.output();
    result.precision();
    result.mode();
    result.natural(false);
    result.ratio(0);
    result.seed();
    return result;
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  Path path(String key) {
    try {
      return Path.of(values.get(key));
    } catch (InvalidPathException e) {
      throw new BadInput(key + "=" + values.get(key) + " is no name of a file.", e);
    }
  }

  Path output() {
    String name = values.get("output");
    if (!name.toLowerCase(Locale.ROOT).endsWith(".npz")) {
      throw new BadInput("output=" + name + ": the result is written as .npz. Use that ending.");
    }
    return path("output");
  }

  Precision precision() {
    String word = values.getOrDefault("precision", "float");
    return switch (word) {
      case "double" -> Precision.DOUBLE;
      case "float" -> Precision.FLOAT;
      default -> throw new BadInput("precision is \"" + word + "\". Use double or float.");
    };
  }

  Mode mode() {
    String word = values.getOrDefault("mode", "auto_encode");
    return switch (word) {
      case "auto_encode" -> Mode.AUTO_ENCODE;
      case "predict_last" -> Mode.PREDICT_LAST;
      case "predict_last_pixel" -> Mode.PREDICT_LAST_PIXEL;
      default ->
          throw new BadInput(
              "mode is \"" + word + "\". Use auto_encode, predict_last or predict_last_pixel.");
    };
  }

  /**
   * True if visible tokens are put into natural order.
   *
   * @param own true for weights of our own network, for which that is always so
   */
  boolean natural(boolean own) {
    String word = values.getOrDefault("variant", own ? "masked" : "released");
    boolean released = word.equals("released");
    if (!released && !word.equals("fixed") && !word.equals("masked")) {
      throw new BadInput(
          "variant is \"" + word + "\". Use released, fixed (natural order) or masked (ours).");
    }
    return !released;
  }

  double ratio(double otherwise) {
    return number("ratio", otherwise);
  }

  long seed() {
    double seed = number("seed", 0);
    if (seed != Math.rint(seed)) {
      throw new BadInput("seed is " + values.get("seed") + ". It must be a whole number.");
    }
    return (long) seed;
  }

  private double number(String key, double otherwise) {
    if (!has(key)) {
      return otherwise;
    }
    try {
      return Double.parseDouble(values.get(key).trim());
    } catch (NumberFormatException e) {
      throw new BadInput(key + " is \"" + values.get(key) + "\", which is not a number.", e);
    }
  }
}
