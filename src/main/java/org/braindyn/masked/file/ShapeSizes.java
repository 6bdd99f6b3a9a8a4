package org.braindyn.masked.file;

import com.google.gson.JsonObject;
import java.util.Map;

/** Sizes that follow from the shapes of arrays, where a configuration does not say them. */
final class ShapeSizes {
  private final Map<String, int[]> shapes;
  private final JsonObject json;

  private ShapeSizes(Map<String, int[]> shapes, JsonObject json) {
    this.shapes = shapes;
    this.json = json;
  }

  /** Adds what is missing to a configuration. */
  static void complete(JsonObject json, Map<String, int[]> shapes) {
    ShapeSizes sizes = new ShapeSizes(shapes, json);
    sizes.part("vit.encoder.layer.", "", "vit.embeddings.cls_token");
    sizes.part("decoder.decoder_layers.", "decoder_", "decoder.mask_token");
    sizes.add("timepoint_patching_size", "vit.embeddings.signal_embedding_projection.weight", 1);
    sizes.add("patch_size", "vit.embeddings.patch_embeddings.projection.weight", 2);
    sizes.add("num_channels", "vit.embeddings.patch_embeddings.projection.weight", 1);
    String conv = "vit.encoder.layer.0.attention.self.conv.weight";
    sizes.add("conv_kernel_size", conv, 2);
    if (!json.has("conv_kernel_size")
        && shapes.containsKey("vit.encoder.layer.0.attention.self.query.weight")) {
      json.addProperty("conv_kernel_size", 0);
    }
  }

  private void part(String layers, String prefix, String token) {
    int[] shape = shapes.get(token);
    if (shape != null && shape.length > 0) {
      set(prefix + "hidden_size", shape[shape.length - 1]);
    }
    int count = 0;
    while (shapes.containsKey(layers + count + ".intermediate.dense.weight")) {
      count++;
    }
    if (count > 0) {
      set(prefix + "num_hidden_layers", count);
      add(prefix + "intermediate_size", layers + "0.intermediate.dense.weight", 0);
      add(prefix + "num_attention_heads", layers + "0.attention.self.conv.weight", 0);
    }
  }

  private void add(String key, String array, int dimension) {
    int[] shape = shapes.get(array);
    if (shape != null && shape.length > dimension) {
      set(key, shape[dimension]);
    }
  }

  private void set(String key, int value) {
    if (!json.has(key) || json.get(key).isJsonNull()) {
      json.addProperty(key, value);
    }
  }
}
