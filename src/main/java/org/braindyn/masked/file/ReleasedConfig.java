package org.braindyn.masked.file;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import org.braindyn.data.BadInput;
import org.braindyn.masked.network.ImageSettings;
import org.braindyn.masked.network.Loss;
import org.braindyn.masked.network.RegionSettings;
import org.braindyn.masked.network.Sizes;

/** The released JSON configuration ({@code config.json}), with the released defaults. */
public final class ReleasedConfig {
  private final JsonObject json;
  private final String source;

  private ReleasedConfig(JsonObject json, String source) {
    this.json = json;
    this.source = source;
  }

  /**
   * Reads a configuration.
   *
   * @param text JSON
   * @param source where it is from, for messages
   * @throws BadInput if it is not a JSON object
   */
  public static ReleasedConfig parse(String text, String source) {
    try {
      return new ReleasedConfig(JsonParser.parseString(text).getAsJsonObject(), source);
    } catch (JsonParseException | IllegalStateException | StackOverflowError e) {
      throw new BadInput("The configuration in " + source + " is not a JSON object.", e);
    }
  }

  /** True if there is such an entry. */
  boolean has(String key) {
    return json.has(key) && !json.get(key).isJsonNull();
  }

  /**
   * A number.
   *
   * @throws BadInput if it is missing and has no default, or is no number
   */
  double number(String key, Double otherwise) {
    if (!has(key)) {
      if (otherwise == null) {
        throw new BadInput("The configuration in " + source + " has no \"" + key + "\".");
      }
      return otherwise;
    }
    try {
      double value = json.get(key).getAsDouble();
      if (!Double.isFinite(value)) {
        throw new NumberFormatException("not finite");
      }
      return value;
    } catch (NumberFormatException | UnsupportedOperationException | IllegalStateException e) {
      throw wrong(key, "a number", e);
    }
  }

  /** A whole number from 0 to a million. */
  int whole(String key, Integer otherwise) {
    double value = number(key, otherwise == null ? null : Double.valueOf(otherwise));
    if (value != Math.rint(value) || value < -1 || value > 1e6) {
      throw wrong(key, "a whole number", null);
    }
    return (int) value;
  }

  /** A word. */
  String word(String key, String otherwise) {
    if (!has(key)) {
      return otherwise;
    }
    JsonElement value = json.get(key);
    if (!value.isJsonPrimitive()) {
      throw wrong(key, "a word", null);
    }
    return value.getAsString();
  }

  private BadInput wrong(String key, String wanted, Exception cause) {
    return new BadInput(
        String.format(
            "\"%s\" is %s in the configuration in %s. It must be %s.",
            key, json.get(key), source, wanted),
        cause);
  }

  boolean flag(String key) {
    return Boolean.parseBoolean(word(key, "false"));
  }

  Sizes encoder() {
    return new Sizes(
        whole("hidden_size", null),
        whole("num_hidden_layers", null),
        whole("num_attention_heads", null),
        whole("intermediate_size", null));
  }

  Sizes decoder() {
    return new Sizes(
        whole("decoder_hidden_size", null),
        whole("decoder_num_hidden_layers", null),
        whole("decoder_num_attention_heads", null),
        whole("decoder_intermediate_size", null));
  }

  /** The same with what is missing taken from the shapes of arrays. */
  ReleasedConfig completedBy(java.util.Map<String, int[]> shapes) {
    JsonObject copy = json.deepCopy();
    ShapeSizes.complete(copy, shapes);
    return new ReleasedConfig(copy, source);
  }

  /** Where it is from. */
  String source() {
    return source;
  }

  /** Share of tokens hidden in training. */
  public double ratio() {
    return number("mask_ratio", 0.2);
  }

  Loss loss() {
    String word = word("loss_fn", "mse");
    return switch (word) {
      case "mse" -> Loss.SQUARED;
      case "mae" -> Loss.ABSOLUTE;
      default -> throw wrong("loss_fn", "mse or mae", null);
    };
  }

  /** Settings of the original family, "brainlm". */
  public RegionSettings regions() {
    int landmarks = whole("num_landmarks", 64);
    // Exact attention whenever the two are equal; every released configuration has 64 and 64.
    boolean exact = landmarks == whole("segment_means_seq_len", 64);
    int taps = whole("conv_kernel_size", 65);
    return new RegionSettings(
        encoder(),
        decoder(),
        whole("timepoint_patching_size", null),
        3,
        new RegionSettings.Style(
            true,
            Math.max(0, taps),
            exact ? 0 : landmarks,
            false,
            0,
            false,
            false,
            number("layer_norm_eps", 1e-12)),
        ratio(),
        loss(),
        flag("use_tanh_decoder"));
  }

  /**
   * Settings of the image family, "brainlm-vit".
   *
   * @param side side of the padded picture; 0 to take it from the patch, 434 for 14 and 432 else
   */
  public ImageSettings image(int side) {
    int patch = whole("patch_size", 16);
    int usual = patch == 14 ? 434 : 432;
    return new ImageSettings(
        encoder(),
        decoder(),
        side > 0 ? side : usual,
        patch,
        whole("num_channels", 3),
        number("layer_norm_eps", 1e-12));
  }
}
