package org.braindyn.masked.network;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.masked.attention.Attention;
import org.braindyn.masked.attention.ExactAttention;
import org.braindyn.masked.attention.LandmarkAttention;
import org.braindyn.masked.block.Block;
import org.braindyn.masked.block.PostNormBlock;
import org.braindyn.masked.block.PreNormBlock;
import org.braindyn.masked.token.Layout;

/** Names and shapes of a {@link RegionNetwork}, and its blocks. */
final class RegionLayout {
  static final String CLS = "vit.embeddings.cls_token";
  static final String SIGNAL = "vit.embeddings.signal_embedding_projection";
  static final String PLACE = "vit.embeddings.xyz_embedding_projection";
  static final String VECTORS = "vit.embeddings.region_vectors";
  static final String DECODER_PLACE = "decoder.decoder_xyz_projection";
  static final String DECODER_VECTORS = "decoder.region_vectors";
  static final String ANCHOR = "decoder.anchor_projection";
  static final String MASK = "decoder.mask_token";
  private static final List<String> AXES = List.of("regions.", "time.");

  private RegionLayout() {}

  static Layout of(RegionSettings s) {
    Layout layout = new Layout();
    int d = s.encoder().width();
    int e = s.decoder().width();
    int regions = s.style().regionVectors();
    layout.add(CLS, 1, 1, d);
    layout.linear(SIGNAL, s.patch(), d);
    layout.linear(PLACE, s.features(), d);
    if (regions > 0) {
      layout.add(VECTORS, regions, d);
    }
    for (int i = 0; i < s.encoder().layers(); i++) {
      block(layout, "vit.encoder.layer." + i, s, s.encoder());
    }
    layout.norm("vit.layernorm", d);
    layout.add(MASK, 1, 1, e);
    layout.linear("decoder.decoder_embed", d, e);
    for (int i = 0; i < s.decoder().layers(); i++) {
      block(layout, "decoder.decoder_layers." + i, s, s.decoder());
    }
    layout.norm("decoder.decoder_norm", e);
    layout.linear(DECODER_PLACE, s.features(), e);
    if (regions > 0) {
      layout.add(DECODER_VECTORS, regions, e);
    }
    if (s.style().anchored()) {
      layout.linear(ANCHOR, perSample(s) * s.patch(), e);
    }
    layout.linear("decoder.decoder_pred1", e, e / 2);
    layout.linear(RegionNetwork.LAST, e / 2, perSample(s) * s.patch());
    return layout;
  }

  /**
   * With gains there are two numbers of each sample: mean and deviation, what is added and gain.
   */
  static int perSample(RegionSettings s) {
    return s.style().gains() ? 2 : 1;
  }

  private static void block(Layout layout, String name, RegionSettings s, Sizes sizes) {
    if (s.style().released()) {
      int[] numbers = {sizes.width(), sizes.middle(), sizes.heads(), s.style().taps()};
      PostNormBlock.layout(layout, name, numbers);
    } else {
      PreNormBlock.layout(layout, name, prefixes(s), sizes.width(), sizes.middle());
    }
  }

  private static List<String> prefixes(RegionSettings s) {
    return s.style().axial() ? AXES : List.of("");
  }

  static List<Block> blocks(Layout layout, RegionSettings s, Sizes sizes, String name) {
    List<Block> blocks = new ArrayList<>();
    int landmarks = s.style().landmarks();
    Attention attention =
        landmarks > 0
            ? new LandmarkAttention(sizes.heads(), landmarks)
            : new ExactAttention(sizes.heads());
    double epsilon = s.style().epsilon();
    for (int i = 0; i < sizes.layers(); i++) {
      String layer = name + i;
      blocks.add(
          s.style().released()
              ? new PostNormBlock(layout, layer, attention, epsilon)
              : new PreNormBlock(layout, layer, prefixes(s), attention, epsilon));
    }
    return blocks;
  }
}
