package org.braindyn.fiji.figures;

import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;

/** One value per region of signals over time. */
final class FrameValues {
  private FrameValues() {}

  /**
   * The values.
   *
   * @param frame from 1; 0 for the largest over time, with its sign
   * @return one per region, NaN for a lost one
   */
  static double[] of(RegionSignals signals, int frame) {
    if (frame > signals.frames()) {
      throw new BadInput(
          String.format(
              "frame=%d is beyond the last of %s, which has %d. Give 1 to %d, or 0 for the largest"
                  + " value over time.",
              frame, signals.source(), signals.frames(), signals.frames()));
    }
    double[] values = new double[signals.size()];
    for (int r = 0; r < values.length; r++) {
      double[] row = signals.values()[r];
      values[r] = frame > 0 ? row[frame - 1] : largest(row);
    }
    return values;
  }

  private static double largest(double[] row) {
    double best = Double.NaN;
    for (double v : row) {
      best = Double.isFinite(v) && !(Math.abs(best) >= Math.abs(v)) ? v : best;
    }
    return best;
  }
}
