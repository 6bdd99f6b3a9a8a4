package org.braindyn.masked.network;

import org.braindyn.data.BadInput;

/**
 * A network whose token is one region times one patch of time.
 *
 * @param encoder sizes of the encoder
 * @param decoder sizes of the decoder
 * @param patch samples of a patch
 * @param features numbers that say where a region is, 3 for coordinates
 * @param style what kind of network
 * @param ratio share of tokens hidden
 * @param loss error that is trained
 * @param tanh true if predictions pass through tanh
 */
public record RegionSettings(
    Sizes encoder,
    Sizes decoder,
    int patch,
    int features,
    Style style,
    double ratio,
    Loss loss,
    boolean tanh) {

  /**
   * What the blocks are.
   *
   * @param released true for the blocks of the original BrainLM, with normalisation behind
   * @param taps length of the convolution of values along tokens; 0 for none
   * @param landmarks landmarks of Nystrom attention; 0 for exact attention
   * @param axial true for attention along regions, then along time
   * @param regionVectors number of regions that have a vector of their own; 0 for none
   * @param anchored true if the network predicts what a linear estimate leaves
   * @param gains true if it also scales that estimate, value by value, and sees its deviation; of
   *     anchored networks only
   * @param epsilon of the normalisations
   */
  public record Style(
      boolean released,
      int taps,
      int landmarks,
      boolean axial,
      int regionVectors,
      boolean anchored,
      boolean gains,
      double epsilon) {
    /** Checks. */
    public Style {
      if (gains && !anchored) {
        throw new BadInput("A network without a linear estimate has none to scale.");
      }
    }
  }

  /** Checks. */
  public RegionSettings {
    if (patch < 1 || features < 1) {
      throw new BadInput("Patches of " + patch + " samples are no patches. Use 1 or more.");
    }
    if (style.released && encoder.width() != decoder.width()) {
      throw new BadInput(
          String.format(
              "The decoder is %d wide, the encoder %d: in the released network both must be equal,"
                  + " because one table of positions serves both.",
              decoder.width(), encoder.width()));
    }
    if (style.taps > 0 && style.taps % 2 == 0) {
      throw new BadInput("The convolution has " + style.taps + " taps. Their number must be odd.");
    }
  }

  /**
   * Our own network with usual sizes.
   *
   * @param regions regions of the parcellation, each of which gets a vector
   * @param width features of a token
   * @param patch samples of a patch
   * @param axial true for attention along regions, then along time; false for exact attention
   * @param anchored true to start from a linear estimate
   */
  public static RegionSettings own(
      int regions, int width, int patch, boolean axial, boolean anchored) {
    int heads = Math.max(1, width / 16);
    return new RegionSettings(
        new Sizes(width, 4, Math.min(4, heads), 4 * width),
        new Sizes(width, 2, Math.min(4, heads), 4 * width),
        patch,
        3,
        new Style(false, 0, 0, axial, regions, anchored, anchored, 1e-6),
        0.75,
        Loss.SQUARED,
        false);
  }
}
