package org.braindyn.imputation;

import org.braindyn.kernel.linalg.Cholesky;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.Products;

/**
 * The part of one Kalman update that does not depend on the values seen, so that frames with the
 * same past and the same regions can share it.
 */
final class FilterStep {
  private static final int KEPT = 3;

  final Matrix predicted; // covariance of the state before this frame
  final Matrix updated; // and after it
  final int[] visible;
  final int[] hidden;
  final Matrix precision; // (P_vv + s I)^-1; null if nothing is seen
  final Matrix gain; // K', seen x state
  private Matrix lead;
  private Matrix next;
  private final SmootherStep[] backwards = new SmootherStep[KEPT];
  private int kept;

  FilterStep(Matrix predicted, int[] visible, int[] hidden, double noise) {
    this.predicted = predicted;
    this.visible = visible;
    this.hidden = hidden;
    if (visible.length == 0) {
      precision = null;
      gain = null;
      updated = predicted;
      return;
    }
    Matrix rows = Blocks.rows(predicted, visible);
    Matrix sum = Blocks.columns(rows, visible);
    sum.addToDiagonal(noise);
    precision = Cholesky.inPlace(sum).inverseInPlace();
    gain = Products.multiply(precision, rows);
    Matrix after = predicted.copy();
    Products.multiply(true, false, -1, rows, gain, 1, after);
    updated = Blocks.symmetrise(after);
  }

  /** A P of the updated covariance, N x pN. */
  Matrix lead(StateSpace model) {
    if (lead == null) {
      lead = Products.multiply(model.coefficients(), updated);
    }
    return lead;
  }

  /** Covariance of the state before the next frame. */
  Matrix next(StateSpace model) {
    if (next == null) {
      next = model.predict(updated, lead(model));
    }
    return next;
  }

  /** The backward step from this information, computed unless it was met a short while ago. */
  SmootherStep backwards(StateSpace model, Matrix information, double tolerance) {
    for (SmootherStep step : backwards) {
      if (step != null && Blocks.close(step.given, information, tolerance)) {
        return step;
      }
    }
    SmootherStep step = new SmootherStep(model, this, information);
    backwards[kept++ % KEPT] = step;
    return step;
  }
}
