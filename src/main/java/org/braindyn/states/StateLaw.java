package org.braindyn.states;

import org.braindyn.kernel.linalg.Cholesky;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.Products;

/**
 * What happens from frame to frame in one state: an autoregression and the covariance of what it
 * does not foretell.
 *
 * @param coefficients [(lag - 1) * components + source][target]
 * @param covariance [component][component]
 */
record StateLaw(Matrix coefficients, Matrix covariance) {
  private static final double LEAST = 1e-6;

  /**
   * Fits to weighted frames, shrunk to a law that all states share: as if so many frames of it had
   * been seen.
   *
   * @param weights of frames; null for all 1
   * @param prior null to shrink to nothing
   * @param strength frames
   */
  static StateLaw fit(LaggedData data, double[] weights, StateLaw prior, double strength) {
    Matrix past = weighted(data.past(), weights);
    Matrix present = weighted(data.present(), weights);
    double seen = 0;
    for (int t = 0; t < data.frames(); t++) {
      seen += weights == null ? 1 : weights[t];
    }
    Matrix gram = new Matrix(past.columns(), past.columns());
    Products.addGram(past, 1, gram); // the lower triangle is all that is read
    Matrix cross = Products.transposedMultiply(past, present);
    double ridge = prior == null ? 1 : strength;
    gram.addToDiagonal(ridge);
    for (int k = 0; prior != null && k < cross.values().length; k++) {
      cross.values()[k] += ridge * prior.coefficients.values()[k];
    }
    Matrix coefficients = Cholesky.of(gram).solve(cross);
    Matrix rest = present.copy();
    Products.multiply(false, false, -1, past, coefficients, 1, rest);
    int d = rest.columns();
    Matrix covariance = new Matrix(d, d);
    Products.addGram(rest, 1, covariance);
    covariance.mirrorLower();
    double frames = seen + (prior == null ? 0 : strength);
    for (int k = 0; k < covariance.values().length; k++) {
      double own = covariance.values()[k];
      double known = prior == null ? 0 : strength * prior.covariance.values()[k];
      covariance.values()[k] = (own + known) / Math.max(1, frames);
    }
    for (int i = 0; i < d; i++) {
      covariance.add(i, i, LEAST);
    }
    return new StateLaw(coefficients, covariance);
  }

  private static Matrix weighted(Matrix rows, double[] weights) {
    if (weights == null) {
      return rows;
    }
    Matrix made = rows.copy();
    int columns = rows.columns();
    for (int t = 0; t < weights.length; t++) {
      double root = Math.sqrt(weights[t]);
      for (int c = 0; c < columns; c++) {
        made.values()[t * columns + c] *= root;
      }
    }
    return made;
  }

  /** Log-density of every frame given its past. */
  double[] densities(LaggedData data) {
    Matrix rest = data.present().copy();
    Products.multiply(false, false, -1, data.past(), coefficients, 1, rest);
    Cholesky factor = Cholesky.of(covariance);
    Matrix turned = Products.multiply(rest, factor.inverse());
    int d = rest.columns();
    double constant = -0.5 * (d * Math.log(2 * Math.PI) + factor.logDeterminant());
    double[] logs = new double[data.frames()];
    for (int t = 0; t < logs.length; t++) {
      double sum = 0;
      for (int c = 0; c < d; c++) {
        sum += rest.values()[t * d + c] * turned.values()[t * d + c];
      }
      logs[t] = constant - 0.5 * sum;
    }
    return logs;
  }
}
