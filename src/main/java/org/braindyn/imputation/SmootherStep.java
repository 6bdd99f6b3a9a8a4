package org.braindyn.imputation;

import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.Products;

/**
 * The part of one backward step that does not depend on the values (Bierman 1973, modified
 * Bryson-Frazier form: no predicted covariance is inverted, which keeps it stable where the Rauch,
 * Tung and Striebel form, with which it agrees, divides by nearly nothing).
 */
final class SmootherStep {
  final Matrix given; // information of all later frames about the state after this frame
  final Matrix information; // and with this frame, about the state before it
  final Matrix weighted; // rows of P of the missing regions times information; null if none miss
  final double[] variance; // posterior variance of the missing regions
  private Matrix earlier;

  SmootherStep(StateSpace model, FilterStep step, Matrix given) {
    this.given = given;
    information = step.visible.length == 0 ? given : updated(step, given);
    int missing = step.hidden.length;
    variance = new double[missing];
    if (missing == 0) {
      weighted = null;
      return;
    }
    Matrix rows = Blocks.rows(step.predicted, step.hidden);
    weighted = Products.multiply(rows, information);
    int size = model.size();
    for (int i = 0; i < missing; i++) {
      double sum = rows.get(i, step.hidden[i]);
      for (int j = 0; j < size; j++) {
        sum -= weighted.values()[i * size + j] * rows.values()[i * size + j];
      }
      variance[i] = Math.max(0, sum);
    }
  }

  /** C' M C + H' S^-1 H with C = I - K H. */
  private static Matrix updated(FilterStep step, Matrix given) {
    int[] v = step.visible;
    Matrix side = Products.multiplyTransposed(given, step.gain);
    Matrix corner = step.precision.copy();
    Products.multiply(false, false, 1, step.gain, side, 1, corner);
    Matrix result = given.copy();
    double[] values = result.values();
    int n = result.columns();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < v.length; j++) {
        double value = side.values()[i * v.length + j];
        values[i * n + v[j]] -= value;
        values[v[j] * n + i] -= value;
      }
    }
    for (int i = 0; i < v.length; i++) {
      for (int j = 0; j < v.length; j++) {
        result.add(v[i], v[j], corner.get(i, j));
      }
    }
    return Blocks.symmetrise(result);
  }

  /** Information about the state after the frame before. */
  Matrix earlier(StateSpace model) {
    if (earlier == null) {
      earlier = model.information(information);
    }
    return earlier;
  }
}
