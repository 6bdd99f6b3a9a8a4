package org.braindyn.graph;

import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.signal.WindowSet;
import org.braindyn.signal.Windows;

/**
 * One definition for each score of pairs of regions, for every command that makes a graph of
 * signals. Frames without a value are left out pair by pair ({@link MissingFrames}).
 *
 * @param window frames of a window of the correlation, each region z-scored in each window (the
 *     released model's functional graph); 0 for the correlation of the recording as a whole
 * @param shrinkage share of the identity mixed into the correlations before they are inverted to
 *     partial correlations, 0 to 1
 */
public record GraphEstimates(int window, double shrinkage) {
  /** Frames after a window that its place leaves free, and steps from window to window. */
  private static final int AFTER = 10;

  private static final int STRIDE = 10;

  /** Checks the ranges. */
  public GraphEstimates {
    if (window < 0 || window == 1) {
      throw new BadInput(
          "context=" + window + ": a window has 2 frames or more, or 0 for the whole recording.");
    }
    if (!(shrinkage >= 0 && shrinkage <= 1)) {
      throw new BadInput("shrinkage=" + shrinkage + " is no share; it goes from 0 to 1.");
    }
  }

  /**
   * Pearson correlation, over windows or over the whole recording.
   *
   * @return [region][region], exactly symmetric
   */
  public double[][] correlation(RegionSignals signals) {
    if (window == 0) {
      return whole(signals.values());
    }
    WindowSet windows = windows(signals);
    return MissingFrames.any(signals.values())
        ? PairwiseEstimates.correlation(endToEnd(windows))
        : Correlation.ofContexts(windows);
  }

  /**
   * The pairs that correlate most, without two matrices where there are thousands of regions.
   *
   * @param least smallest |r| kept; ignored if {@code density} is above 0
   * @param density share of ordered pairs to keep, 0 to use the threshold
   */
  public BrainGraph correlated(RegionSignals signals, double least, double density) {
    if (signals.size() < LargeCorrelation.REGIONS || MissingFrames.any(signals.values())) {
      return kept(Scores.of(correlation(signals)), least, density);
    }
    try (LargeCorrelation scores =
        window == 0
            ? LargeCorrelation.of(signals.values())
            : LargeCorrelation.ofContexts(windows(signals))) {
      return kept(scores, least, density);
    }
  }

  private static BrainGraph kept(Scores scores, double least, double density) {
    return density > 0 ? Threshold.density(scores, density) : Threshold.atLeast(scores, least);
  }

  private WindowSet windows(RegionSignals signals) {
    if (signals.frames() < window + AFTER) {
      throw new BadInput(
          String.format(
              "%s: %d frames are fewer than a window of the correlation and the %d frames after it"
                  + " (context=%d + %d). Choose a shorter context%s, or context=0 for the"
                  + " correlation of the whole recording.",
              signals.source(),
              signals.frames(),
              AFTER,
              window,
              AFTER,
              signals.frames() > AFTER + 1 ? " (at most " + (signals.frames() - AFTER) + ")" : ""));
    }
    return WindowSet.of(List.of(signals), window, AFTER, STRIDE);
  }

  private static double[][] whole(double[][] values) {
    return MissingFrames.any(values)
        ? PairwiseEstimates.correlation(values)
        : Correlation.of(values);
  }

  /** Windows end to end, [region][frame]; a window with a missing frame is NaN for the region. */
  private static double[][] endToEnd(WindowSet windows) {
    int steps = windows.context();
    double[][] rows = new double[windows.regions()][windows.size() * steps];
    for (int w = 0; w < windows.size(); w++) {
      Windows one = windows.range(w, w + 1);
      for (int n = 0; n < rows.length; n++) {
        System.arraycopy(
            one.context().values(), one.context().index(0, n, 0), rows[n], w * steps, steps);
      }
    }
    return rows;
  }

  /**
   * Partial correlation of the whole recording.
   *
   * @return [region][region], exactly symmetric; regions without a value have none
   */
  public double[][] partial(RegionSignals signals) {
    double[][] values = signals.values();
    int[] kept =
        java.util.stream.IntStream.range(0, values.length)
            .filter(r -> MissingFrames.missing(values[r]) < values[r].length)
            .toArray();
    double[][] part = Arrays.stream(kept).mapToObj(r -> values[r]).toArray(double[][]::new);
    double[][] among = Correlation.partial(whole(part), shrinkage);
    double[][] all = new double[values.length][values.length];
    for (int i = 0; i < kept.length; i++) {
      for (int j = 0; j < kept.length; j++) {
        all[kept[i]][kept[j]] = among[i][j];
      }
    }
    return all;
  }

  /**
   * Granger causality at lag 1.
   *
   * @return [source][target]
   */
  public double[][] granger(RegionSignals signals) {
    return MissingFrames.any(signals.values())
        ? PairwiseEstimates.granger(signals.values())
        : GrangerCausality.lagOne(signals.values());
  }

  /** How the correlation is made, for notes. */
  public String correlationWords() {
    return window == 0
        ? "correlation of the whole recording"
        : "correlation over windows of " + window + " frames, each z-scored";
  }

  /** How the partial correlation is made, for notes. */
  public String partialWords() {
    return "partial correlation of the whole recording, shrinkage " + shrinkage;
  }
}
