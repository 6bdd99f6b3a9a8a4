package org.braindyn.masked.network;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.braindyn.data.BadInput;

/** Which tokens are visible. */
public final class Masking {
  private Masking() {}

  /**
   * Tokens that stay visible: the product in double arithmetic, cut off, as released (4240 tokens
   * at .9 keep 423).
   *
   * @param tokens number of tokens
   * @param ratio share to hide, 0 to below 1
   * @throws BadInput if the ratio is out of range
   */
  public static int keep(int tokens, double ratio) {
    if (!(ratio >= 0 && ratio < 1)) {
      throw new BadInput("The mask ratio is " + ratio + ". It must be at least 0 and below 1.");
    }
    return (int) (tokens * (1 - ratio));
  }

  /**
   * Visible tokens in the order of their noise, as released: the smallest first.
   *
   * @param noise a number for each token
   * @param keep how many stay visible
   */
  public static int[] byNoise(double[] noise, int keep) {
    return IntStream.range(0, noise.length)
        .boxed()
        .sorted((a, b) -> Double.compare(noise[a], noise[b]))
        .limit(keep)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The same tokens in their natural order, region by region. */
  public static int[] natural(int[] kept) {
    int[] sorted = kept.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  /** Visible tokens in their natural order. */
  public static int[] visible(boolean[] hidden) {
    return IntStream.range(0, hidden.length).filter(i -> !hidden[i]).toArray();
  }

  /** The hidden tokens of a window, in their natural order. */
  static int[] others(int[] kept, int tokens) {
    return visible(flags(kept, tokens));
  }

  /** True where a token is among those kept. */
  static boolean[] flags(int[] kept, int tokens) {
    boolean[] flags = new boolean[tokens];
    for (int token : kept) {
      flags[token] = true;
    }
    return flags;
  }
}
