package org.braindyn.masked.network;

import org.braindyn.data.BadInput;

/**
 * A network of the image family, "brainlm-vit".
 *
 * @param encoder sizes of the encoder
 * @param decoder sizes of the decoder
 * @param side side of the padded image, a multiple of the patch
 * @param patch side of a patch
 * @param channels copies of the image, 3 as released
 * @param epsilon of the normalisations
 */
public record ImageSettings(
    Sizes encoder, Sizes decoder, int side, int patch, int channels, double epsilon) {
  /** Checks. */
  public ImageSettings {
    if (patch < 1 || side < patch || side % patch != 0 || channels < 1) {
      throw new BadInput(
          String.format("An image of %d pixels is not made of patches of %d pixels.", side, patch));
    }
    if (encoder.width() % 4 != 0 || decoder.width() % 4 != 0) {
      throw new BadInput("The widths of an image network must be multiples of 4.");
    }
  }

  /** Patches along one side. */
  public int grid() {
    return side / patch;
  }

  /** Numbers of a patch with all channels. */
  int values() {
    return channels * patch * patch;
  }
}
