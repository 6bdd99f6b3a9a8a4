package org.braindyn.longrun;

import java.util.Arrays;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;

/**
 * Lyapunov exponents: the mean rates at which deviations grow, followed by the Jacobian and made
 * orthogonal again after every step (Benettin et al. 1980, Meccanica 15:9 and 21).
 */
public final class LyapunovExponents {
  private LyapunovExponents() {}

  /**
   * How long to follow.
   *
   * @param settle steps that are not counted
   * @param steps steps that are
   * @param interval time of a step; exponents are per this time's unit
   */
  public record Length(int settle, int steps, double interval) {
    /** Checks the numbers. */
    public Length {
      if (settle < 0 || steps < 1 || !(interval > 0)) {
        throw new BadInput(
            String.format(
                "Lyapunov exponents need 1 step or more of a time above 0; got %d of %s.",
                steps, interval));
      }
    }
  }

  /**
   * The largest exponents.
   *
   * @param map the system
   * @param start a state
   * @param wanted how many, at most as many as the state has dimensions
   * @return per unit of time, largest first
   */
  public static double[] of(
      TangentMap map, double[] start, int wanted, Length length, Progress progress) {
    double[] state = start.clone();
    double[][] tangents = new double[wanted][state.length];
    for (int k = 0; k < wanted; k++) {
      for (int d = 0; d < state.length; d++) { // no direction is missed
        tangents[k][d] = (d == k ? 1 : 0) + 0.1 * Math.cos(1.0 + 7 * k + 3 * d);
      }
    }
    orthonormal(tangents);
    double[] sums = new double[wanted];
    for (int s = -length.settle(); s < length.steps(); s++) {
      if (s % 256 == 0) {
        Cancelled.check(progress, "Lyapunov exponents");
        progress.report(Math.max(0, s) / (double) length.steps(), "Lyapunov exponents");
      }
      map.step(state, tangents);
      double[] growth = orthonormal(tangents);
      for (int k = 0; s >= 0 && k < wanted; k++) {
        sums[k] += Math.log(growth[k]);
      }
    }
    return Arrays.stream(sums).map(v -> v / (length.steps() * length.interval())).toArray();
  }

  /** Gram-Schmidt, twice for roundings; returns the lengths (the diagonal of R). */
  private static double[] orthonormal(double[][] v) {
    double[] lengths = new double[v.length];
    for (int k = 0; k < v.length; k++) {
      for (int pass = 0; pass < 2; pass++) {
        for (int j = 0; j < k; j++) {
          double along = 0;
          for (int d = 0; d < v[k].length; d++) {
            along += v[j][d] * v[k][d];
          }
          for (int d = 0; d < v[k].length; d++) {
            v[k][d] -= along * v[j][d];
          }
        }
      }
      double squares = 0;
      for (double x : v[k]) {
        squares += x * x;
      }
      lengths[k] = Math.sqrt(squares);
      for (int d = 0; d < v[k].length; d++) {
        v[k][d] /= Math.max(lengths[k], 1e-300);
      }
    }
    return lengths;
  }
}
