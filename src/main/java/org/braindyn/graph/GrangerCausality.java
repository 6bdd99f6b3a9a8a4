package org.braindyn.graph;

import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.Products;

/**
 * Pairwise Granger score at lag 1 (Granger 1969, Econometrica 37:424): how much the past of the
 * source lowers the error of predicting the target from its own past. Row = source, column =
 * target; the released code lists such edges the other way round.
 */
final class GrangerCausality {
  private GrangerCausality() {}

  /**
   * log(RSS of the target's own past / RSS with the source's past), both with an intercept.
   *
   * @param signals [region][time]
   * @return [source][target], 0 on the diagonal, never negative
   */
  public static double[][] lagOne(double[][] signals) {
    int n = signals.length;
    int samples = signals[0].length - 1;
    double[][] past = new double[n][];
    double[][] next = new double[n][];
    double[] nextSquared = new double[n];
    for (int i = 0; i < n; i++) {
      past[i] = centred(signals[i], 0, samples);
      next[i] = centred(signals[i], 1, samples);
      nextSquared[i] = dot(next[i], next[i]);
    }
    Matrix before = Matrix.of(past);
    Matrix pastByPast = Products.multiplyTransposed(before, before);
    Matrix pastByNext = Products.multiplyTransposed(before, Matrix.of(next));
    double[][] score = new double[n][n];
    for (int target = 0; target < n; target++) {
      double yy = nextSquared[target];
      double pp = pastByPast.get(target, target);
      double py = pastByNext.get(target, target);
      double restricted = yy - (pp > 0 ? py * py / pp : 0);
      for (int source = 0; source < n; source++) {
        if (source == target) {
          continue;
        }
        double ps = pastByPast.get(target, source);
        double sy = pastByNext.get(source, target);
        double rest = pastByPast.get(source, source) - (pp > 0 ? ps * ps / pp : 0);
        double gain = sy - (pp > 0 ? ps * py / pp : 0);
        double full = restricted - (rest > 1e-12 * samples ? gain * gain / rest : 0);
        score[source][target] =
            full > 0 && restricted > 0 ? Math.max(0, Math.log(restricted / full)) : 0;
      }
    }
    return score;
  }

  private static double[] centred(double[] x, int from, int length) {
    double mean = 0;
    for (int t = 0; t < length; t++) {
      mean += x[from + t] / length;
    }
    double[] result = new double[length];
    for (int t = 0; t < length; t++) {
      result[t] = x[from + t] - mean;
    }
    return result;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
