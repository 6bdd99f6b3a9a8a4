package org.braindyn.imputation;

import java.util.ArrayList;
import java.util.List;

/**
 * How well values that were hidden on purpose were met, in z-scores: hidden in the shapes that were
 * missing anyway, and not used in the fit that filled them.
 *
 * @param all over all hidden values
 * @param interpolation the same values by straight lines in time, to compare with
 * @param byRegion per region, in the recording's order; some may have no value
 * @param byLength per length of gap, rising
 * @param hidden what was hidden, [region][time]
 */
public record FillScore(
    HiddenScore all,
    HiddenScore interpolation,
    List<HiddenScore> byRegion,
    List<GapScore> byLength,
    boolean[][] hidden) {
  private static final int[] LONGEST = {1, 2, 5, 10, 20, 50, Integer.MAX_VALUE};

  /**
   * Values in gaps of similar length.
   *
   * @param shortest frames of the shortest gap that counts here
   * @param longest frames of the longest, {@link Integer#MAX_VALUE} for no limit
   * @param score over the hidden values of these gaps
   */
  public record GapScore(int shortest, int longest, HiddenScore score) {}

  /**
   * Scores.
   *
   * @param truth z-scores, [region][time]
   * @param seen what was left to see, [region][time]
   * @param hidden what was hidden on purpose
   */
  static FillScore of(
      double[][] truth,
      boolean[][] seen,
      boolean[][] hidden,
      Estimate estimate,
      Estimate interpolated) {
    HiddenScore all = new HiddenScore();
    HiddenScore lines = new HiddenScore();
    all.add(truth, hidden, estimate);
    lines.add(truth, hidden, interpolated);
    List<HiddenScore> byRegion = new ArrayList<>();
    HiddenScore[] byLength = new HiddenScore[LONGEST.length];
    for (int n = 0; n < truth.length; n++) {
      HiddenScore own = new HiddenScore();
      byRegion.add(own);
      for (int from = 0; from < seen[n].length; from++) {
        int to = from;
        while (to < seen[n].length && !seen[n][to]) {
          to++;
        }
        for (int t = from; t < to; t++) {
          if (hidden[n][t]) {
            double v = estimate.variance() == null ? Double.NaN : estimate.variance()[n][t];
            int bin = bin(to - from);
            byLength[bin] = byLength[bin] == null ? new HiddenScore() : byLength[bin];
            own.add(truth[n][t], estimate.mean()[n][t], v);
            byLength[bin].add(truth[n][t], estimate.mean()[n][t], v);
          }
        }
        from = to;
      }
    }
    List<GapScore> gaps = new ArrayList<>();
    for (int b = 0; b < byLength.length; b++) {
      if (byLength[b] != null) {
        gaps.add(new GapScore(b == 0 ? 1 : LONGEST[b - 1] + 1, LONGEST[b], byLength[b]));
      }
    }
    return new FillScore(all, lines, byRegion, gaps, hidden);
  }

  private static int bin(int length) {
    int bin = 0;
    while (length > LONGEST[bin]) {
      bin++;
    }
    return bin;
  }
}
