package org.braindyn.kind.masked;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.imputation.StateSpace;
import org.braindyn.kernel.linalg.Cholesky;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.Products;

/**
 * What the Kalman smoother expects after a past that is seen whole: filter over the past (Kalman
 * 1960), then steps without anything seen. Gains do not depend on the values, so they are computed
 * once for all windows, and no longer once they stand still.
 */
final class AnchorForecast {
  private static final double STILL = 1e-12;

  private final Matrix step;
  private final int regions;
  private final List<Matrix> gains = new ArrayList<>();
  private final int past;
  private final StateSpace model;
  private final Matrix standing; // covariance of the first state that is not seen

  /**
   * @param model the autoregression
   * @param noise variance of the observation noise
   * @param past samples that are seen
   */
  AnchorForecast(StateSpace model, double noise, int past) {
    this.past = past;
    this.model = model;
    regions = model.regions();
    int size = model.size();
    step = new Matrix(size, size);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        boolean shifted = i >= regions && j == i - regions;
        step.set(i, j, i < regions ? model.coefficients().get(i, j) : shifted ? 1 : 0);
      }
    }
    Matrix before = model.start().copy();
    for (int t = 0; t < past; t++) {
      Matrix seen = part(before, size, regions); // covariance of the state with what is seen
      Matrix innovation = part(seen, regions, regions);
      innovation.addToDiagonal(noise);
      Matrix gain = Cholesky.inPlace(innovation).solve(seen.transposed()).transposed();
      boolean still = t > 0 && near(gain, gains.get(t - 1));
      gains.add(gain);
      if (still) {
        break;
      }
      Matrix after = before.copy();
      Products.multiply(false, true, -1, gain, seen, 1, after);
      before = stepped(after);
    }
    standing = before;
  }

  /** Covariance one step on, with nothing seen. */
  private Matrix stepped(Matrix covariance) {
    Matrix next = Products.multiplyTransposed(Products.multiply(step, covariance), step);
    for (int i = 0; i < regions; i++) {
      for (int j = 0; j < regions; j++) {
        next.add(i, j, model.innovation().get(i, j));
      }
    }
    return next;
  }

  /**
   * Standard deviations of what {@link #fill} writes, the same for every window.
   *
   * @param samples samples of a window
   * @return [region, time], 0 in the past
   */
  double[] deviations(int samples) {
    double[] result = new double[regions * samples];
    Matrix covariance = standing;
    for (int t = past; t < samples; t++) {
      for (int n = 0; n < regions; n++) {
        result[n * samples + t] = Math.sqrt(Math.max(0, covariance.get(n, n)));
      }
      covariance = stepped(covariance);
    }
    return result;
  }

  private static Matrix part(Matrix a, int rows, int columns) {
    Matrix result = new Matrix(rows, columns);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        result.set(i, j, a.get(i, j));
      }
    }
    return result;
  }

  private static boolean near(Matrix a, Matrix b) {
    for (int i = 0; i < a.values().length; i++) {
      if (Math.abs(a.values()[i] - b.values()[i]) > STILL) {
        return false;
      }
    }
    return true;
  }

  /**
   * Fills the end of windows.
   *
   * @param windows each [region, time]; samples from {@code past} on are written
   * @param samples samples of a window
   */
  void fill(List<double[]> windows, int samples) {
    int count = windows.size();
    Matrix state = new Matrix(step.rows(), count);
    for (int t = 0; t < samples; t++) {
      state = t == 0 ? state : Products.multiply(step, state);
      if (t < past) {
        Matrix innovation = new Matrix(regions, count);
        for (int n = 0; n < regions; n++) {
          for (int w = 0; w < count; w++) {
            innovation.set(n, w, windows.get(w)[n * samples + t] - state.get(n, w));
          }
        }
        Matrix gain = gains.get(Math.min(t, gains.size() - 1));
        Products.multiply(false, false, 1, gain, innovation, 1, state);
      } else {
        for (int n = 0; n < regions; n++) {
          for (int w = 0; w < count; w++) {
            windows.get(w)[n * samples + t] = state.get(n, w);
          }
        }
      }
    }
  }
}
