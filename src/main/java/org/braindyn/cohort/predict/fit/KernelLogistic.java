package org.braindyn.cohort.predict.fit;

import java.util.Arrays;
import org.braindyn.cohort.predict.fit.FoldKernel.Fold;
import org.braindyn.kernel.linalg.Cholesky;
import org.braindyn.kernel.linalg.Matrix;

/**
 * Logistic regression with an L2 penalty through products of features, by Newton's method. The
 * penalty is the one whose leave-one-person-out deviance among those who train is least, each
 * person left out by one Newton step (Rad and Maleki 2020, J. R. Stat. Soc. B 82:965).
 */
public final class KernelLogistic {
  private static final double[] PENALTIES = {1000, 100, 10, 1, 0.1}; // of the mean eigenvalue
  private static final int STEPS = 8;
  private static final double DONE = 1e-4;
  private static final double LEAST = 1e-9; // of the largest eigenvalue: directions with nothing

  private KernelLogistic() {}

  /**
   * What was fitted: log-odds of a person are the constant and the person's products with those who
   * train times their weights.
   *
   * @param constant added for everybody
   * @param alpha weights of those who train
   * @param penalty in units of the mean eigenvalue
   */
  public record Fit(double constant, double[] alpha, double penalty) {}

  /**
   * Fits and foretells.
   *
   * @param y 0 and 1 of those who train
   * @param offset log-odds of those who train that are known already
   * @return log-odds that the features add for those who are tested
   */
  public static double[] predict(Fold fold, double[] y, double[] offset) {
    Fit fit = fit(fold, y, offset, PENALTIES);
    double[] added = new double[fold.across().rows()];
    for (int t = 0; t < added.length; t++) {
      added[t] = fit.constant;
      for (int i = 0; i < y.length; i++) {
        added[t] += fold.across().get(t, i) * fit.alpha[i];
      }
    }
    return added;
  }

  /**
   * Fits, with the best of the usual penalties.
   *
   * @param y 0 and 1 of those who train
   * @param offset log-odds of those who train that are known already
   */
  public static Fit fit(Fold fold, double[] y, double[] offset) {
    return fit(fold, y, offset, PENALTIES);
  }

  /**
   * Fits with a known penalty.
   *
   * @param penalty in units of the mean eigenvalue
   */
  public static Fit fit(Fold fold, double[] y, double[] offset, double penalty) {
    return fit(fold, y, offset, new double[] {penalty});
  }

  private static Fit fit(Fold fold, double[] y, double[] offset, double[] penalties) {
    double[] values = fold.eigen().values();
    double largest = values[values.length - 1];
    int first = 0;
    while (first < values.length - 1 && !(values[first] > LEAST * largest)) {
      first++;
    }
    int r = values.length - first;
    int n = y.length;
    double[][] z = new double[n][r + 1];
    for (int i = 0; i < n; i++) {
      z[i][0] = 1;
      for (int k = 0; k < r; k++) {
        z[i][k + 1] =
            fold.eigen().vectors().get(i, first + k) * Math.sqrt(Math.max(0, values[first + k]));
      }
    }
    double[] weights = new double[r + 1];
    double[] chosen = weights;
    double best = Double.POSITIVE_INFINITY;
    double penalty = penalties[0];
    for (double relative : penalties) {
      Newton newton = new Newton(z, y, offset, relative * fold.unit());
      weights = newton.solve(weights);
      double deviance = newton.leftOut(weights);
      if (deviance < best) {
        best = deviance;
        chosen = weights;
        penalty = relative;
      }
    }
    double[] alpha = new double[n]; // weights of people: u w / sqrt(s)
    for (int k = 0; k < r; k++) {
      double weight = chosen[k + 1] / Math.sqrt(Math.max(LEAST * largest, values[first + k]));
      for (int i = 0; i < n; i++) {
        alpha[i] += fold.eigen().vectors().get(i, first + k) * weight;
      }
    }
    return new Fit(chosen[0], alpha, penalty);
  }

  /**
   * Coefficients of a few regressors.
   *
   * @param x [person][regressor], the first being 1
   * @param penalty on all but the first
   */
  public static double[] fit(double[][] x, double[] y, double penalty) {
    Newton newton = new Newton(x, y, new double[y.length], penalty);
    return newton.solve(new double[x[0].length]);
  }

  public static double probability(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  /** One penalty; the first coefficient, the constant, is held by next to nothing. */
  private record Newton(double[][] z, double[] y, double[] offset, double penalty) {
    private static final double CONSTANT = 1e-6;

    double[] solve(double[] start) {
      double[] w = start.clone();
      for (int step = 0; step < STEPS; step++) {
        double[] gradient = new double[w.length];
        for (int j = 0; j < w.length; j++) {
          gradient[j] = (j == 0 ? CONSTANT : penalty) * w[j];
        }
        double[] p = probabilities(w);
        for (int i = 0; i < y.length; i++) {
          for (int j = 0; j < w.length; j++) {
            gradient[j] += (p[i] - y[i]) * z[i][j];
          }
        }
        double[] move = Cholesky.inPlace(hessian(p)).solve(gradient);
        double largest = 0;
        for (int j = 0; j < w.length; j++) {
          w[j] -= move[j];
          largest = Math.max(largest, Math.abs(move[j]));
        }
        if (largest < DONE) {
          break;
        }
      }
      return w;
    }

    private double[] probabilities(double[] w) {
      double[] p = new double[y.length];
      Arrays.setAll(p, i -> probability(logit(w, i)));
      return p;
    }

    private double logit(double[] w, int i) {
      double sum = offset[i];
      for (int j = 0; j < w.length; j++) {
        sum += w[j] * z[i][j];
      }
      return sum;
    }

    private Matrix hessian(double[] p) {
      int size = z[0].length;
      Matrix h = new Matrix(size, size);
      double[] cells = h.values();
      for (int i = 0; i < y.length; i++) {
        double weight = Math.max(1e-9, p[i] * (1 - p[i]));
        double[] row = z[i];
        for (int j = 0; j < size; j++) {
          double scaled = weight * row[j];
          for (int k = 0; k <= j; k++) {
            cells[j * size + k] += scaled * row[k];
          }
        }
      }
      for (int j = 0; j < size; j++) {
        h.add(j, j, j == 0 ? CONSTANT : penalty);
      }
      return h;
    }

    /** Deviance of everybody foretold from the others, by one Newton step. */
    double leftOut(double[] w) {
      double[] p = probabilities(w);
      int size = w.length;
      Matrix inverse = Cholesky.inPlace(hessian(p)).inverse();
      double deviance = 0;
      for (int i = 0; i < y.length; i++) {
        double leverage = 0;
        for (int j = 0; j < size; j++) {
          double sum = 0;
          for (int k = 0; k < size; k++) {
            sum += inverse.get(j, k) * z[i][k];
          }
          leverage += sum * z[i][j];
        }
        double left = Math.max(1e-6, 1 - p[i] * (1 - p[i]) * leverage);
        double logit = logit(w, i) + leverage * (p[i] - y[i]) / left;
        double away = y[i] == 1 ? -logit : logit;
        deviance += away > 30 ? away : Math.log1p(Math.exp(away));
      }
      return deviance;
    }
  }
}
