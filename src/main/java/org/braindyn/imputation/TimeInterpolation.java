package org.braindyn.imputation;

/**
 * Straight lines in time between what is seen of a region, flat before the first and after the
 * last.
 */
public final class TimeInterpolation {
  private TimeInterpolation() {}

  /**
   * Fills.
   *
   * @param z z-scored signals, [region][time]; read only where seen
   * @param seen [region][time], true where a value is known
   * @return no variance; 0 for a region that is never seen
   */
  public static Estimate fill(double[][] z, boolean[][] seen) {
    double[][] mean = new double[z.length][z[0].length];
    for (int n = 0; n < z.length; n++) {
      int last = -1;
      for (int t = 0; t < z[n].length; t++) {
        if (seen[n][t]) {
          line(mean[n], z[n], last, t);
          last = t;
        }
      }
      if (last >= 0) {
        line(mean[n], z[n], last, z[n].length);
      }
    }
    return new Estimate(mean, null);
  }

  /** Values after frame {@code from} up to {@code to}; either may lie outside. */
  private static void line(double[] into, double[] z, int from, int to) {
    double left = from >= 0 ? z[from] : z[to];
    double right = to < z.length ? z[to] : left;
    for (int t = from + 1; t < Math.min(to, z.length); t++) {
      into[t] = left + (right - left) * (t - from) / (to - from);
    }
    if (to < z.length) {
      into[to] = right;
    }
  }
}
