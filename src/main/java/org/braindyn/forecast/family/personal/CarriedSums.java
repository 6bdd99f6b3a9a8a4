package org.braindyn.forecast.family.personal;

import org.braindyn.forecast.family.DirectSums;
import org.braindyn.forecast.family.sums.Stretches;
import org.braindyn.kernel.linalg.Cholesky;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.Products;
import org.braindyn.signal.Recording;

/**
 * A group's sums as they would be of other regions. A recording of the other regions says how they
 * go with the group's: a = M s from where both lie, s = B a + rest by regression on the recording,
 * held to what the places say. So the group's sums become sums of B a; those of the rest, which the
 * group knows nothing of, come from the recording. All in standard deviations.
 */
final class CarriedSums {
  /** How strongly places hold against the recording: as much as a region's whole variance. */
  private static final double HELD = 1;

  private static final double ROUNDING = 1e-9;

  private CarriedSums() {}

  /**
   * Moves.
   *
   * @param group sums of the group's regions
   * @param recording of the other regions
   * @param own its sums
   * @return sums of the other regions, of as many windows as the group's
   */
  static DirectSums of(
      DirectSums group, RegionTransfer transfer, Recording recording, DirectSums own) {
    if (transfer.renamed()) {
      return group.through(Matrix.of(transfer.back()).transposed().toRows());
    }
    Matrix alike = alike(recording);
    Matrix into;
    Matrix held;
    if (transfer.field() == null) {
      into = unit(Matrix.of(transfer.there()), alike);
      held = Matrix.of(transfer.back());
    } else {
      SmoothField field = SmoothField.of(transfer.field(), alike);
      into = field.there();
      held = field.back();
    }
    Matrix back = back(alike, into, held);
    Matrix kept = Products.multiply(back, into);
    double[][] lost = new double[kept.rows()][kept.rows()];
    boolean any = false;
    for (int j = 0; j < lost.length; j++) {
      for (int k = 0; k < lost.length; k++) {
        lost[k][j] = (j == k ? 1 : 0) - kept.get(j, k);
        any |= Math.abs(lost[k][j]) > ROUNDING;
      }
    }
    DirectSums moved = group.through(back.transposed().toRows());
    return any ? moved.beside(own.through(lost)) : moved;
  }

  /** Correlations of a recording's regions; of constant ones 0. */
  private static Matrix alike(Recording recording) {
    int frames = recording.frames();
    double[] size = Stretches.deviations(recording);
    double[][] x = new double[recording.regions()][frames];
    for (int r = 0; r < x.length; r++) {
      recording.read(r, 0, frames, x[r], 0);
      double mean = 0;
      for (double v : x[r]) {
        mean += v / frames;
      }
      for (int t = 0; t < frames; t++) {
        x[r][t] = size[r] > 0 ? (x[r][t] - mean) / size[r] : 0;
      }
    }
    Matrix z = Matrix.of(x);
    Matrix alike = Products.multiplyTransposed(z, z);
    for (int i = 0; i < alike.values().length; i++) {
      alike.values()[i] /= frames;
    }
    return alike;
  }

  /** Means by shares, each brought to a standard deviation of 1. */
  private static Matrix unit(Matrix shares, Matrix alike) {
    Matrix half = Products.multiply(shares, alike);
    Matrix unit = shares.copy();
    for (int i = 0; i < shares.rows(); i++) {
      double variance = 0;
      for (int j = 0; j < shares.columns(); j++) {
        variance += half.get(i, j) * shares.get(i, j);
      }
      for (int j = 0; j < shares.columns(); j++) {
        unit.set(i, j, variance > 0 ? shares.get(i, j) / Math.sqrt(variance) : 0);
      }
    }
    return unit;
  }

  /** Regression of s on a = M s, [other region][group's region], held. */
  private static Matrix back(Matrix alike, Matrix into, Matrix held) {
    Matrix sa = Products.multiplyTransposed(alike, into);
    Matrix aa = Products.multiply(into, sa);
    for (int i = 0; i < aa.rows(); i++) {
      aa.add(i, i, HELD);
      for (int j = 0; j < sa.rows(); j++) {
        sa.add(j, i, HELD * held.get(j, i));
      }
    }
    return Products.multiply(sa, Cholesky.inPlace(aa).inverseInPlace());
  }
}
