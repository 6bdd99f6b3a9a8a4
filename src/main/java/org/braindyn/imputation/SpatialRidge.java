package org.braindyn.imputation;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.kernel.linalg.Cholesky;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.Products;

/**
 * Missing regions from those seen in the same frame: {@code x_h = C_hv (C_vv + s I)^-1 x_v} (ridge
 * regression; the conditional mean of a Gaussian). Where a whole frame is missing it says 0.
 */
public final class SpatialRidge {
  private final Matrix covariance;
  private final double noise;

  /**
   * @param covariance of z-scored regions, N x N
   * @param noise s, variance of the observation noise, above 0
   */
  public SpatialRidge(Matrix covariance, double noise) {
    if (!(noise > 0)) {
      throw new BadInput("The observation noise is " + noise + ", but it must be above 0.");
    }
    this.covariance = covariance;
    this.noise = noise;
  }

  /**
   * Re-estimates the covariance on one recording by expectation and maximisation: missing values
   * are replaced by their conditional moments, the result is shrunk to the present covariance
   * (Dempster, Laird and Rubin 1977, 4.1.3; with an inverse Wishart prior).
   *
   * @param z z-scored signals, [region][time]
   * @param seen [region][time], true where a value is known
   * @param prior frames that the present covariance counts for
   * @param rounds of both steps
   */
  public SpatialRidge personal(double[][] z, boolean[][] seen, double prior, int rounds) {
    VisiblePatterns patterns = new VisiblePatterns(seen);
    List<List<Integer>> frames = patterns.frames(new ArrayList<>());
    Matrix present = covariance;
    for (int r = 0; r < rounds; r++) {
      Matrix sum = new Matrix(z.length, z.length);
      SpatialRidge ridge = new SpatialRidge(present, noise);
      for (int p = 0; p < patterns.size(); p++) {
        ridge.expect(z, patterns.visible(p), frames.get(p), sum);
      }
      Matrix next = new Matrix(z.length, z.length);
      for (int i = 0; i < sum.values().length; i++) {
        double group = covariance.values()[i];
        next.values()[i] = (prior * group + sum.values()[i]) / (prior + patterns.frames());
      }
      present = Blocks.symmetrise(next);
    }
    return new SpatialRidge(present, noise);
  }

  /** Adds the expected products of the frames of a pattern, all regions smoothed alike. */
  private void expect(double[][] z, int[] visible, List<Integer> frames, Matrix sum) {
    Matrix after = covariance;
    if (visible.length > 0) {
      Matrix rows = Blocks.rows(covariance, visible);
      Matrix gain = gain(rows, visible);
      Matrix fitted = Products.transposedMultiply(gain, values(z, visible, frames));
      Products.multiply(false, true, 1, fitted, fitted, 1, sum);
      after = covariance.copy();
      Products.multiply(true, false, -1, rows, gain, 1, after);
    }
    for (int i = 0; i < sum.values().length; i++) {
      sum.values()[i] += frames.size() * after.values()[i];
    }
  }

  /** The covariance in use. */
  public Matrix covariance() {
    return covariance;
  }

  /**
   * Fills.
   *
   * @param z z-scored signals, [region][time]; read only where seen
   * @param seen [region][time], true where a value is known
   */
  public Estimate fill(double[][] z, boolean[][] seen, Progress progress) {
    VisiblePatterns patterns = new VisiblePatterns(seen);
    List<List<Integer>> frames = patterns.frames(new ArrayList<>());
    double[][] mean = new double[z.length][];
    double[][] variance = new double[z.length][z[0].length];
    for (int n = 0; n < z.length; n++) {
      mean[n] = z[n].clone();
    }
    for (int p = 0; p < patterns.size(); p++) {
      Cancelled.check(progress, "Filling gaps");
      int[] visible = patterns.visible(p);
      Matrix rows = Blocks.rows(covariance, visible);
      Matrix gain = visible.length == 0 ? null : gain(rows, visible);
      Matrix values = visible.length == 0 ? null : values(z, visible, frames.get(p));
      for (int h : patterns.hidden(p)) {
        double left = covariance.get(h, h);
        double[] sum = new double[frames.get(p).size()];
        for (int i = 0; i < visible.length; i++) {
          left -= gain.get(i, h) * rows.get(i, h);
          for (int k = 0; k < sum.length; k++) {
            sum[k] += gain.get(i, h) * values.get(i, k);
          }
        }
        for (int k = 0; k < sum.length; k++) {
          mean[h][frames.get(p).get(k)] = sum[k];
          variance[h][frames.get(p).get(k)] = Math.max(0, left);
        }
      }
    }
    return new Estimate(mean, variance);
  }

  /** (C_vv + s I)^-1 C_v., seen x regions. */
  private Matrix gain(Matrix rows, int[] visible) {
    Matrix square = Blocks.columns(rows, visible);
    square.addToDiagonal(noise);
    return Cholesky.inPlace(square).solve(rows);
  }

  private static Matrix values(double[][] z, int[] visible, List<Integer> frames) {
    Matrix result = new Matrix(visible.length, frames.size());
    for (int i = 0; i < visible.length; i++) {
      for (int k = 0; k < frames.size(); k++) {
        result.set(i, k, z[visible[i]][frames.get(k)]);
      }
    }
    return result;
  }
}
