package org.braindyn.cohort.predict.fit;

import org.braindyn.kernel.linalg.Cholesky;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.Products;

/**
 * Regression on confounds whose coefficients are those of the people who train (Snoek, Miletic and
 * Scholte 2019, NeuroImage 184:741), of the variable and of the features.
 */
public final class ConfoundFit {
  private static final double JITTER = 1e-8;

  private final int[] train;
  private final Matrix rows;
  private final Matrix hat;

  /**
   * @param confounds [person][regressor]
   */
  public ConfoundFit(double[][] confounds, int[] train) {
    this.train = train;
    int c = confounds[0].length;
    Matrix scaled = c == 0 ? null : FoldKernel.scaled(confounds, train);
    rows = new Matrix(confounds.length, c + 1);
    for (int i = 0; i < confounds.length; i++) {
      rows.set(i, 0, 1);
      for (int k = 0; k < c; k++) {
        rows.set(i, k + 1, scaled.get(i, k));
      }
    }
    Matrix own = new Matrix(train.length, c + 1);
    for (int i = 0; i < train.length; i++) {
      for (int k = 0; k <= c; k++) {
        own.set(i, k, rows.get(train[i], k));
      }
    }
    Matrix products = Products.transposedMultiply(own, own);
    products.addToDiagonal(JITTER * train.length);
    hat = Products.multiply(rows, Cholesky.inPlace(products).solve(own.transposed()));
  }

  /** True if there is more than a constant. */
  public boolean any() {
    return rows.columns() > 1;
  }

  /** A row per person: 1, then the confounds in units of those who train. */
  public Matrix rows() {
    return rows;
  }

  /**
   * What the confounds foretell for everybody.
   *
   * @param y the variable of everybody; only that of those who train is looked at
   */
  public double[] fitted(double[] y) {
    double[] fitted = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      for (int k = 0; k < train.length; k++) {
        fitted[i] += hat.get(i, k) * y[train[k]];
      }
    }
    return fitted;
  }

  /** How much each of those who train has told of itself. */
  public double[] leverage() {
    double[] own = new double[train.length];
    for (int k = 0; k < own.length; k++) {
      own[k] = hat.get(train[k], k);
    }
    return own;
  }

  /** Products of features from which confounds were taken: (I - P) G (I - P)'. */
  public Matrix residual(Matrix gram) {
    int n = gram.rows();
    int[] all = new int[n];
    for (int i = 0; i < n; i++) {
      all[i] = i;
    }
    Matrix once = gram.copy();
    take(once, FoldKernel.block(gram, train, all));
    Matrix turned = once.transposed();
    take(turned, FoldKernel.block(turned, train, all));
    return turned;
  }

  /**
   * What the confounds foretell of features of everybody, [person][feature]; only those of who
   * train are looked at for how.
   *
   * @param features [person][feature]
   */
  public double[][] fitted(double[][] features) {
    double[][] made = new double[features.length][features[0].length];
    for (int i = 0; i < made.length; i++) {
      for (int k = 0; k < train.length; k++) {
        for (int f = 0; f < made[i].length; f++) {
          made[i][f] += hat.get(i, k) * features[train[k]][f];
        }
      }
    }
    return made;
  }

  private void take(Matrix from, Matrix trained) {
    double[] fitted = Products.multiply(hat, trained).values();
    double[] values = from.values();
    for (int k = 0; k < values.length; k++) {
      values[k] -= fitted[k];
    }
  }
}
