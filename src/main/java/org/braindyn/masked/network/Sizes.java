package org.braindyn.masked.network;

import org.braindyn.data.BadInput;

/**
 * Sizes of an encoder or a decoder.
 *
 * @param width features of a token
 * @param layers number of blocks
 * @param heads attention heads; must divide the width
 * @param middle features in the middle of the feed-forward part
 */
public record Sizes(int width, int layers, int heads, int middle) {
  /** Checks. */
  public Sizes {
    if (width < 2 || layers < 0 || heads < 1 || middle < 1 || width % heads != 0) {
      throw new BadInput(
          String.format(
              "A network with width %d, %d layers, %d heads and %d features in the middle cannot"
                  + " be built: sizes must be above 0 and the heads must divide the width.",
              width, layers, heads, middle));
    }
  }
}
