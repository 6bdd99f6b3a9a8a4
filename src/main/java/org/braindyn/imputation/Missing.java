package org.braindyn.imputation;

import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;

/** What is seen of a recording, and what is hidden of it on purpose. */
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

  /**
   * Values hidden on purpose in the shapes that are missing anyway: gaps keep their lengths and
   * their regions and move to another time; as many other regions are lost as are lost.
   *
   * @param seen [region][time], true where a value is known
   * @return [region][time], true where hidden; nowhere where nothing is seen
   */
  static boolean[][] onPurpose(boolean[][] seen, Seed seed) {
    int regions = seen.length;
    int frames = seen[0].length;
    Seed.Stream random = seed.stream("hidden on purpose");
    int shift = frames / 4 + random.integer(Math.max(1, frames / 2));
    // A mask that hides most is laid over half of the time only, or nothing would be left to learn.
    long missing = (long) regions * frames - count(seen);
    int until = missing > (long) regions * frames / 3 ? frames / 2 : frames;
    boolean[][] hidden = new boolean[regions][frames];
    int lost = 0;
    for (int n = 0; n < regions; n++) {
      if (never(seen[n])) {
        lost++;
        continue;
      }
      for (int t = 0; t < until; t++) {
        hidden[n][t] = seen[n][t] && !seen[n][(t + shift) % frames];
      }
    }
    for (int n : random.permutation(regions)) {
      if (lost > 0 && !never(seen[n])) {
        hidden[n] = seen[n].clone();
        lost--;
      }
    }
    return hidden;
  }

  private static boolean never(boolean[] seen) {
    for (boolean value : seen) {
      if (value) {
        return false;
      }
    }
    return true;
  }
}
