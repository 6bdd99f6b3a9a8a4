package org.braindyn.cohort.predict.fit;

import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.Products;
import org.braindyn.kernel.linalg.SymmetricEigen;

/**
 * Inner products of the features of all people, scaled by mean and standard deviation of those who
 * train: all that a linear model with a penalty on its squared weights needs to know of features,
 * however many they are.
 */
public final class FoldKernel {
  private final int[] train;
  private final int[] test;
  private final Matrix gram;
  private SymmetricEigen plain;

  /**
   * @param features [person][feature]
   */
  public FoldKernel(double[][] features, int[] train, int[] test) {
    this.train = train;
    this.test = test;
    Matrix scaled = scaled(features, train);
    gram = Products.multiplyTransposed(scaled, scaled);
    double[] values = gram.values();
    for (int k = 0; k < values.length; k++) {
      values[k] /= Math.max(1, scaled.columns());
    }
  }

  /** All people's features in units of those who train; a feature that is constant there is 0. */
  public static Matrix scaled(double[][] features, int[] train) {
    int n = features.length;
    int p = features[0].length;
    double[] mean = new double[p];
    double[] variance = new double[p];
    for (int i : train) {
      for (int f = 0; f < p; f++) {
        mean[f] += features[i][f] / train.length;
      }
    }
    for (int i : train) {
      for (int f = 0; f < p; f++) {
        double d = features[i][f] - mean[f];
        variance[f] += d * d / train.length;
      }
    }
    Matrix scaled = new Matrix(n, p);
    double[] out = scaled.values();
    for (int f = 0; f < p; f++) {
      double sd = Math.sqrt(variance[f]);
      variance[f] = sd > 1e-12 * Math.max(1, Math.abs(mean[f])) ? 1 / sd : 0;
    }
    for (int i = 0; i < n; i++) {
      for (int f = 0; f < p; f++) {
        out[i * p + f] = (features[i][f] - mean[f]) * variance[f];
      }
    }
    return scaled;
  }

  /** What a fold's model is fitted to, with confounds taken out of the features. */
  public Fold with(ConfoundFit confounds) {
    if (!confounds.any()) {
      if (plain == null) {
        plain = SymmetricEigen.of(block(gram, train, train));
      }
      return new Fold(plain, block(gram, test, train));
    }
    Matrix made = confounds.residual(gram);
    return new Fold(SymmetricEigen.of(block(made, train, train)), block(made, test, train));
  }

  /** Makes the parts that need no confounds, so that threads may share them. */
  public FoldKernel ready() {
    plain = SymmetricEigen.of(block(gram, train, train));
    return this;
  }

  public int[] train() {
    return train;
  }

  public int[] test() {
    return test;
  }

  public static Matrix block(Matrix of, int[] rows, int[] columns) {
    Matrix part = new Matrix(rows.length, columns.length);
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        part.set(i, j, of.get(rows[i], columns[j]));
      }
    }
    return part;
  }

  /**
   * Products of one fold.
   *
   * @param eigen of those who train with each other
   * @param across of those who are tested (rows) with those who train
   */
  public record Fold(SymmetricEigen eigen, Matrix across) {
    /** Mean eigenvalue, the unit of penalties. */
    public double unit() {
      double sum = 0;
      for (double value : eigen.values()) {
        sum += Math.max(0, value);
      }
      return sum > 0 ? sum / eigen.values().length : 1;
    }
  }
}
