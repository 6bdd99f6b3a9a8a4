package org.braindyn.masked.file;

import com.google.gson.JsonObject;
import org.braindyn.masked.network.Loss;
import org.braindyn.masked.network.RegionSettings;
import org.braindyn.masked.network.Sizes;

/** The configuration of our own networks, in the words of the released one and some more. */
final class OwnConfig {
  static final String TYPE = "braindyn_masked";

  private OwnConfig() {}

  static JsonObject write(RegionSettings s, double spacing) {
    JsonObject json = new JsonObject();
    json.addProperty("model_type", TYPE);
    sizes(json, "", s.encoder());
    sizes(json, "decoder_", s.decoder());
    json.addProperty("timepoint_patching_size", s.patch());
    json.addProperty("position_features", s.features());
    json.addProperty("axial", s.style().axial());
    json.addProperty("region_vectors", s.style().regionVectors());
    json.addProperty("anchored", s.style().anchored());
    json.addProperty("gains", s.style().gains());
    json.addProperty("patch_spacing", spacing);
    json.addProperty("layer_norm_eps", s.style().epsilon());
    json.addProperty("mask_ratio", s.ratio());
    json.addProperty("loss_fn", s.loss() == Loss.SQUARED ? "mse" : "mae");
    json.addProperty("use_tanh_decoder", s.tanh());
    return json;
  }

  private static void sizes(JsonObject json, String prefix, Sizes sizes) {
    json.addProperty(prefix + "hidden_size", sizes.width());
    json.addProperty(prefix + "num_hidden_layers", sizes.layers());
    json.addProperty(prefix + "num_attention_heads", sizes.heads());
    json.addProperty(prefix + "intermediate_size", sizes.middle());
  }

  static RegionSettings read(ReleasedConfig config) {
    return new RegionSettings(
        config.encoder(),
        config.decoder(),
        config.whole("timepoint_patching_size", null),
        config.whole("position_features", 3),
        new RegionSettings.Style(
            false,
            0,
            0,
            config.flag("axial"),
            config.whole("region_vectors", 0),
            config.flag("anchored"),
            config.flag("gains"),
            config.number("layer_norm_eps", 1e-6)),
        config.ratio(),
        config.loss(),
        config.flag("use_tanh_decoder"));
  }
}
