package org.braindyn.task;

import java.util.Arrays;
import org.braindyn.data.BadInput;
import org.braindyn.kernel.linalg.Cholesky;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.NotPositiveDefinite;

/**
 * Logistic regression with an L2 penalty on standardised features, by Newton's method; both classes
 * weigh equally whatever their numbers.
 */
final class LogisticRegression {
  private static final int ITERATIONS = 50;

  private final double[] mean;
  private final double[] sd;
  private final double[] weight;

  private LogisticRegression(double[] mean, double[] sd, double[] weight) {
    this.mean = mean;
    this.sd = sd;
    this.weight = weight;
  }

  /**
   * Fits.
   *
   * @param x [sample][feature]
   * @param label [sample]
   * @param penalty on the squared weights of standardised features, above 0
   */
  public static LogisticRegression fit(double[][] x, boolean[] label, double penalty) {
    int n = x.length;
    int d = x[0].length;
    int positives = 0;
    for (boolean l : label) {
      positives += l ? 1 : 0;
    }
    if (positives == 0 || positives == n) {
      throw new BadInput(
          "A classifier needs windows of both kinds, but "
              + positives
              + " of "
              + n
              + " show a seizure. Choose other training blocks or recordings.");
    }
    double[] mean = new double[d];
    double[] sd = new double[d];
    for (int j = 0; j < d; j++) {
      for (double[] row : x) {
        mean[j] += row[j] / n;
      }
      for (double[] row : x) {
        sd[j] += (row[j] - mean[j]) * (row[j] - mean[j]) / n;
      }
      sd[j] = Math.max(Math.sqrt(sd[j]), 1e-9);
    }
    LogisticRegression model = new LogisticRegression(mean, sd, new double[d + 1]);
    double[] classWeight = {n / (2.0 * (n - positives)), n / (2.0 * positives)};
    boolean moving = true;
    for (int step = 0; moving && step < ITERATIONS; step++) {
      moving = model.newton(x, label, classWeight, penalty);
    }
    return model;
  }

  /** One Newton step; false once it no longer moves. */
  private boolean newton(double[][] x, boolean[] label, double[] classWeight, double penalty) {
    int size = weight.length;
    double[] gradient = new double[size];
    double[][] hessian = new double[size][size];
    for (int j = 0; j < size; j++) {
      double ridge = j + 1 < size ? penalty : 1e-9;
      gradient[j] = ridge * weight[j];
      hessian[j][j] = ridge;
    }
    double[] z = new double[size];
    for (int i = 0; i < x.length; i++) {
      standardise(x[i], z);
      double p = probability(z);
      double w = classWeight[label[i] ? 1 : 0];
      for (int j = 0; j < size; j++) {
        gradient[j] += w * (p - (label[i] ? 1 : 0)) * z[j];
        for (int k = 0; k <= j; k++) {
          hessian[j][k] += w * p * (1 - p) * z[j] * z[k];
        }
      }
    }
    double[] step;
    try {
      step = Cholesky.inPlace(Matrix.of(hessian)).solve(gradient);
    } catch (NotPositiveDefinite e) {
      throw notNumbers(e);
    }
    if (!Arrays.stream(step).allMatch(Double::isFinite)) {
      throw notNumbers(null);
    }
    double largest = 0;
    for (int j = 0; j < size; j++) {
      weight[j] -= step[j];
      largest = Math.max(largest, Math.abs(step[j]));
    }
    return largest > 1e-9;
  }

  private static BadInput notNumbers(Exception e) {
    return new BadInput(
        "The logistic regression has no finite solution: a feature is no number or far out of"
            + " proportion. Look for gaps and for flat or huge channels in the recordings.",
        e);
  }

  /** Probability of the label. */
  public double predict(double[] features) {
    double[] z = new double[weight.length];
    standardise(features, z);
    return probability(z);
  }

  private void standardise(double[] x, double[] z) {
    for (int j = 0; j < x.length; j++) {
      z[j] = (x[j] - mean[j]) / sd[j];
    }
    z[x.length] = 1;
  }

  private double probability(double[] z) {
    double sum = 0;
    for (int j = 0; j < weight.length; j++) {
      sum += weight[j] * z[j];
    }
    return 1 / (1 + Math.exp(-sum));
  }

  /** Weights of the standardised features, the constant last. */
  public double[] weights() {
    return weight.clone();
  }
}
