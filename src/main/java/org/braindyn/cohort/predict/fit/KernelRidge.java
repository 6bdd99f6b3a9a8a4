package org.braindyn.cohort.predict.fit;

import org.braindyn.cohort.predict.fit.FoldKernel.Fold;
import org.braindyn.kernel.linalg.Matrix;

/**
 * Ridge regression through products of features. The penalty is the one whose leave-one-person-out
 * error among those who train is least, which has a closed form: residual / (1 - leverage) (Allen
 * 1974, Technometrics 16:125).
 */
public final class KernelRidge {
  private static final double LOWEST = -2; // powers of ten of the mean eigenvalue
  private static final double HIGHEST = 4;
  private static final int STEPS = 13;

  private KernelRidge() {}

  /**
   * Fits and foretells.
   *
   * @param residual of those who train, confounds and mean taken out
   * @param hat leverages of those who train that confounds and mean have already
   * @return what the features add for those who are tested
   */
  public static double[] predict(Fold fold, double[] residual, double[] hat) {
    double penalty = penalty(fold, residual, hat);
    double[] alpha = alpha(fold, residual, penalty);
    double[] result = new double[fold.across().rows()];
    for (int i = 0; i < result.length; i++) {
      for (int k = 0; k < alpha.length; k++) {
        result[i] += fold.across().get(i, k) * alpha[k];
      }
    }
    return result;
  }

  /** The penalty chosen. */
  public static double penalty(Fold fold, double[] residual, double[] hat) {
    double best = Double.POSITIVE_INFINITY;
    double chosen = fold.unit();
    int n = residual.length;
    double[] z = rotated(fold, residual);
    double[] values = fold.eigen().values();
    Matrix u = fold.eigen().vectors();
    for (int step = STEPS - 1; step >= 0; step--) {
      double penalty = fold.unit() * Math.pow(10, LOWEST + step * (HIGHEST - LOWEST) / (STEPS - 1));
      double error = 0;
      for (int i = 0; i < n; i++) {
        double fitted = 0;
        double leverage = hat[i];
        for (int k = 0; k < n; k++) {
          double share = Math.max(0, values[k]) / (Math.max(0, values[k]) + penalty);
          double uik = u.get(i, k);
          fitted += uik * share * z[k];
          leverage += uik * uik * share;
        }
        double left = (residual[i] - fitted) / Math.max(1e-6, 1 - leverage);
        error += left * left;
      }
      if (error < best) {
        best = error;
        chosen = penalty;
      }
    }
    return chosen;
  }

  /** Weights of those who train. */
  public static double[] alpha(Fold fold, double[] residual, double penalty) {
    double[] z = rotated(fold, residual);
    double[] values = fold.eigen().values();
    Matrix u = fold.eigen().vectors();
    double[] alpha = new double[z.length];
    for (int k = 0; k < z.length; k++) {
      double weight = z[k] / (Math.max(0, values[k]) + penalty);
      for (int i = 0; i < alpha.length; i++) {
        alpha[i] += u.get(i, k) * weight;
      }
    }
    return alpha;
  }

  private static double[] rotated(Fold fold, double[] residual) {
    int n = residual.length;
    double[] z = new double[n];
    Matrix u = fold.eigen().vectors();
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        z[k] += u.get(i, k) * residual[i];
      }
    }
    return z;
  }
}
