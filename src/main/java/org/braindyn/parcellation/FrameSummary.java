package org.braindyn.parcellation;

import java.util.Arrays;
import org.braindyn.data.Median;
import org.braindyn.parcellation.ParcellationSettings.Statistic;

/** One number per region and frame. */
final class FrameSummary {
  private final Statistic statistic;
  private double[] scratch = new double[0];

  FrameSummary(Statistic statistic) {
    this.statistic = statistic;
  }

  /**
   * The statistic over the voxels {@code voxels[from..to)} of a frame; NaN if there are none or if
   * one of them is NaN or infinite.
   */
  double of(double[] frame, int[] voxels, int from, int to) {
    int n = to - from;
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += frame[voxels[i]];
    }
    // Values near the largest double may overflow in the sum; such images do not occur.
    if (n == 0 || !Double.isFinite(sum)) {
      return Double.NaN;
    }
    return switch (statistic) {
      case SUM -> sum;
      case SD -> sd(frame, voxels, from, to, sum / n);
      case MEDIAN -> median(frame, voxels, from, to);
      default -> sum / n;
    };
  }

  private static double sd(double[] frame, int[] voxels, int from, int to, double mean) {
    double squares = 0;
    for (int i = from; i < to; i++) {
      double d = frame[voxels[i]] - mean;
      squares += d * d;
    }
    return Math.sqrt(squares / (to - from));
  }

  private double median(double[] frame, int[] voxels, int from, int to) {
    int n = to - from;
    if (scratch.length < n) {
      scratch = new double[n];
    }
    for (int i = 0; i < n; i++) {
      scratch[i] = frame[voxels[from + i]];
    }
    Arrays.sort(scratch, 0, n);
    return Median.ofSorted(scratch, n);
  }
}
