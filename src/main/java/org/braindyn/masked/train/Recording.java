package org.braindyn.masked.train;

import org.braindyn.data.BadInput;

/**
 * One scaled recording.
 *
 * @param person who it is of; people are split, never recordings
 * @param signals values [region][time]
 * @param positions where regions are, as the network takes them
 */
public record Recording(String person, double[][] signals, double[] positions) {
  /** Checks. */
  public Recording {
    for (double[] region : signals) {
      for (double v : region) {
        if (!Double.isFinite(v)) {
          throw new BadInput(
              "A recording of " + person + " holds " + v + ". Fill such values or leave it out.");
        }
      }
    }
  }

  int regions() {
    return signals.length;
  }

  int samples() {
    return signals[0].length;
  }

  /** A window, [region, time] in one array. */
  double[] window(int start, int length) {
    double[] window = new double[signals.length * length];
    for (int n = 0; n < signals.length; n++) {
      System.arraycopy(signals[n], start, window, n * length, length);
    }
    return window;
  }
}
