package org.braindyn.imputation;

import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;

/** What is seen of a recording. */
final class Missing {
  private Missing() {}

  /**
   * True where a value is known; one that was filled before is not.
   *
   * @param mask [region][time], true where missing; null if NaN alone marks it
   */
  static boolean[][] seen(RegionSignals recording, boolean[][] mask) {
    int frames = recording.frames();
    if (mask != null && (mask.length != recording.size() || mask[0].length != frames)) {
      throw new BadInput(
          String.format(
              "The mask is %d x %d (regions x frames), the recording %s %d x %d. Give one value per"
                  + " region and frame.",
              mask.length, mask[0].length, recording.source(), recording.size(), frames));
    }
    boolean[][] seen = new boolean[recording.size()][frames];
    for (int n = 0; n < seen.length; n++) {
      for (int t = 0; t < frames; t++) {
        double value = recording.values()[n][t];
        boolean estimate = recording.filled() != null && recording.filled()[n][t];
        seen[n][t] = !estimate && !Double.isNaN(value) && (mask == null || !mask[n][t]);
        if (seen[n][t] && Double.isInfinite(value)) {
          throw new BadInput(
              String.format(
                  "%s holds an infinite value in region %s, frame %d. Mark it as missing (NaN) or"
                      + " mend it.",
                  recording.source(), recording.regions().get(n).name(), t + 1));
        }
      }
    }
    return seen;
  }

  /** Number of true values. */
  static long count(boolean[][] mask) {
    long sum = 0;
    for (boolean[] row : mask) {
      for (boolean value : row) {
        sum += value ? 1 : 0;
      }
    }
    return sum;
  }
}
