package org.braindyn.masked.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.Seed;

/** Reconstructing every token of a window by several passes that hide different tokens. */
public final class WholeRecording {
  private WholeRecording() {}

  /**
   * Disjoint masks that hide every token exactly once.
   *
   * @param tokens number of tokens
   * @param ratio share hidden in one pass, above 0 and below 1
   * @param seed order of the tokens
   * @return for each pass the visible tokens in natural order
   */
  public static List<int[]> passes(int tokens, double ratio, Seed seed) {
    int hidden = Math.max(1, tokens - Masking.keep(tokens, ratio));
    int[] order = seed.stream("disjoint masks").permutation(tokens);
    List<int[]> passes = new ArrayList<>();
    for (int at = 0; at < tokens; at += hidden) {
      boolean[] flags = new boolean[tokens];
      for (int i = at; i < Math.min(tokens, at + hidden); i++) {
        flags[order[i]] = true;
      }
      passes.add(Masking.visible(flags));
    }
    return passes;
  }

  /**
   * Combines passes as released: the first prediction of each value counts, or the mean of all.
   *
   * @param predictions of each pass
   * @param hidden of each pass, 1 where hidden
   * @param mean true for the mean, NaN where never hidden; false for the first, 0 where never
   *     hidden
   */
  public static double[] combine(List<double[]> predictions, List<double[]> hidden, boolean mean) {
    double[] sum = new double[predictions.get(0).length];
    double[] count = new double[sum.length];
    for (int pass = 0; pass < predictions.size(); pass++) {
      for (int i = 0; i < sum.length; i++) {
        if (hidden.get(pass)[i] != 0 && (mean || count[i] == 0)) {
          sum[i] += predictions.get(pass)[i];
          count[i]++;
        }
      }
    }
    if (mean) {
      Arrays.setAll(sum, i -> sum[i] / count[i]);
    }
    return sum;
  }
}
