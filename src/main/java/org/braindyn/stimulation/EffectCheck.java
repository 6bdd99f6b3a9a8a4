package org.braindyn.stimulation;

import java.io.IOException;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Volume4D;

/** A predicted effect beside the true one. */
public final class EffectCheck {
  private EffectCheck() {}

  /**
   * Correlation over the regions that were not stimulated, at the frame where they truly answer
   * most.
   *
   * @param stimulated row left out
   */
  public static double agreement(RegionSignals predicted, RegionSignals truth, int stimulated) {
    int frames = Math.min(predicted.frames(), truth.frames());
    int peak = 0;
    double most = -1;
    for (int t = 0; t < frames; t++) {
      double sum = 0;
      for (int r = 0; r < truth.size(); r++) {
        sum += r == stimulated ? 0 : Math.pow(truth.values()[r][t], 2);
      }
      if (sum > most) {
        most = sum;
        peak = t;
      }
    }
    double[] a = new double[truth.size() - 1];
    double[] b = new double[truth.size() - 1];
    for (int r = 0, i = 0; r < truth.size(); r++) {
      if (r != stimulated) {
        a[i] = predicted.values()[r][peak];
        b[i++] = truth.values()[r][peak];
      }
    }
    return new PearsonsCorrelation().correlation(a, b);
  }

  /**
   * Share of the true answer that is explained, over all frames and the regions that were not
   * stimulated: 1 - sum (truth - predicted)^2 / sum truth^2; below 0 if nothing would be better.
   *
   * @param stimulated row left out
   */
  public static double share(RegionSignals predicted, RegionSignals truth, int stimulated) {
    double[] sums = sums(predicted, truth, stimulated);
    return (2 * sums[1] - sums[0]) / sums[2];
  }

  /**
   * How much larger the true answer is than the foretold one: least squares slope of truth on
   * prediction through 0, over all frames and the regions that were not stimulated.
   *
   * @param stimulated row left out
   */
  public static double size(RegionSignals predicted, RegionSignals truth, int stimulated) {
    double[] sums = sums(predicted, truth, stimulated);
    return sums[1] / sums[0];
  }

  /** Sums of squares of predictions, of products, of squares of truths. */
  private static double[] sums(RegionSignals predicted, RegionSignals truth, int stimulated) {
    double[] sums = new double[3];
    int frames = Math.min(predicted.frames(), truth.frames());
    for (int r = 0; r < truth.size(); r++) {
      for (int t = 0; t < frames && r != stimulated; t++) {
        double p = predicted.values()[r][t];
        double y = truth.values()[r][t];
        sums[0] += p * p;
        sums[1] += p * y;
        sums[2] += y * y;
      }
    }
    return sums;
  }

  /** Mean over time of every voxel. */
  public static double[] mean(Volume4D volume) throws IOException {
    double[] sum = new double[volume.grid().voxels()];
    double[] frame = new double[sum.length];
    try (Volume4D.FrameReader reader = volume.open()) {
      for (int t = 0; t < volume.frames(); t++) {
        reader.next(frame);
        for (int i = 0; i < sum.length; i++) {
          sum[i] += frame[i] / volume.frames();
        }
      }
    }
    return sum;
  }
}
