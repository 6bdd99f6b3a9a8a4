package org.braindyn.imputation;

import org.braindyn.data.Seed;

/**
 * Values hidden on purpose in the shapes that are missing anyway: gaps keep their lengths and their
 * regions and move to another time; as many other regions are lost as are lost.
 */
final class HiddenOnPurpose {
  private HiddenOnPurpose() {}

  /**
   * What to hide.
   *
   * @param seen [region][time], true where a value is known
   * @return [region][time], true where hidden; nowhere where nothing is seen
   */
  static boolean[][] like(boolean[][] seen, Seed seed) {
    int regions = seen.length;
    int frames = seen[0].length;
    Seed.Stream random = seed.stream("hidden on purpose");
    int shift = frames / 4 + random.integer(Math.max(1, frames / 2));
    // A mask that hides most is laid over half of the time only, or nothing would be left to learn.
    long missing = (long) regions * frames - Missing.count(seen);
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

  static boolean never(boolean[] seen) {
    for (boolean value : seen) {
      if (value) {
        return false;
      }
    }
    return true;
  }
}
