package org.braindyn.stimulation;

import java.io.IOException;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Volume4D;
import org.braindyn.perturbation.MapAgreement;

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
   * Share explained and size ratio, over all frames and the regions that were not stimulated.
   *
   * @param stimulated row left out
   */
  public static MapAgreement explained(
      RegionSignals predicted, RegionSignals truth, int stimulated) {
    return MapAgreement.of(predicted.values(), truth.values(), stimulated);
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
