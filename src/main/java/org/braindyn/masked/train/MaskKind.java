package org.braindyn.masked.train;

import java.util.Arrays;
import org.braindyn.data.Seed;
import org.braindyn.masked.network.Masking;

/** What is hidden in a window of regions and patches. */
public enum MaskKind {
  /** Single tokens, anywhere. */
  TOKENS,
  /** Whole regions, all their time. */
  REGIONS,
  /** Stretches of time in the middle, all regions. */
  GAPS,
  /** The end of the window, all regions. */
  FUTURE;

  private static final double FEWEST_REGIONS = 0.05;
  private static final double MOST_REGIONS = 0.3;

  /**
   * Draws a mask.
   *
   * @param stream random numbers
   * @param regions number of regions
   * @param patches number of patches
   * @param ratio share of tokens hidden, for {@link #TOKENS}
   * @return true where a token is hidden, token n K + k
   */
  public boolean[] draw(Seed.Stream stream, int regions, int patches, double ratio) {
    boolean[] hidden = new boolean[regions * patches];
    switch (this) {
      case TOKENS -> {
        int[] order = stream.permutation(hidden.length);
        for (int i = Masking.keep(hidden.length, ratio); i < order.length; i++) {
          hidden[order[i]] = true;
        }
      }
      case REGIONS -> {
        double share = stream.uniform(FEWEST_REGIONS, MOST_REGIONS);
        int[] order = stream.permutation(regions);
        for (int i = 0; i < Math.max(1, Math.round(share * regions)); i++) {
          Arrays.fill(hidden, order[i] * patches, (order[i] + 1) * patches, true);
        }
      }
      case GAPS -> {
        int gaps = 1 + stream.integer(2);
        for (int g = 0; g < gaps; g++) {
          // neither the first nor the last patch: a gap has both its sides
          column(hidden, patches, patches > 2 ? 1 + stream.integer(patches - 2) : 0);
        }
      }
      case FUTURE -> column(hidden, patches, patches - 1);
      default -> throw new IllegalStateException();
    }
    return hidden;
  }

  private static void column(boolean[] hidden, int patches, int patch) {
    for (int i = patch; i < hidden.length; i += patches) {
      hidden[i] = true;
    }
  }
}
