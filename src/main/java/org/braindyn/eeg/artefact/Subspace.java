package org.braindyn.eeg.artefact;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.eeg.channel.RobustScale;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.Products;
import org.braindyn.kernel.linalg.SymmetricEigen;

/**
 * What calm activity is like: its mixing matrix and how much each of its components may have.
 *
 * @param mixing square root of the calm covariance, [channel][channel]
 * @param limits amplitude that each calm component may have times its direction,
 *     [component][channel]
 * @param white makes channels whitened components, [component][channel]
 * @param back makes them channels again, [channel][component]
 * @param bounds amplitude that each whitened component may have, on the diagonal
 */
record Subspace(Matrix mixing, Matrix limits, Matrix white, Matrix back, Matrix bounds) {
  private static final int BLOCKS = 4000; // covariances for the median, at most
  private static final double MEMORY = 8e6; // numbers in them, about
  private static final double ZERO = 1e-9; // of the largest eigenvalue: an average reference
  private static final int ROUNDS = 100;
  private static final double SETTLED = 1e-6;

  /**
   * Learns from calm samples.
   *
   * @param fast channels without drifts, [channel][time]
   * @param calm [time]
   * @param window samples of a window
   * @param threshold robust standard deviations above the median that a component's root mean
   *     square over a window may reach
   * @throws BadInput if no window is calm as a whole, or all channels are constant there
   */
  static Subspace of(
      double[][] fast, boolean[] calm, int window, double threshold, Progress progress) {
    int n = fast.length;
    List<Integer> starts = starts(calm, window);
    if (starts.size() < 2) {
      throw new BadInput(
          "No stretch of calm seconds is as long as a window of "
              + window
              + " samples. Name longer ones: calm=10-70.");
    }
    int every = (int) Math.ceil(starts.size() / Math.min(BLOCKS, Math.max(50.0, MEMORY / (n * n))));
    List<double[]> covariances = new ArrayList<>();
    for (int k = 0; k < starts.size(); k += every) {
      Cancelled.check(progress, "Learning what is calm");
      covariances.add(covariance(fast, starts.get(k), window).values());
    }
    SymmetricEigen eigen = SymmetricEigen.of(median(covariances, n, progress));
    if (!(eigen.values()[n - 1] > 0)) {
      throw new BadInput("The channels are constant in the calm seconds. Name others: calm=10-70.");
    }
    double[] limit = new double[n];
    for (int j = 0; j < n; j++) {
      double[] rms = new double[starts.size()];
      for (int k = 0; k < rms.length; k++) {
        double squares = 0;
        for (int t = starts.get(k); t < starts.get(k) + window; t++) {
          double sum = 0;
          for (int c = 0; c < n; c++) {
            sum += eigen.vectors().get(c, j) * fast[c][t];
          }
          squares += sum * sum;
        }
        rms[k] = Math.sqrt(squares / window);
      }
      Cancelled.check(progress, "Learning what is calm");
      limit[j] = RobustScale.middle(rms) + threshold * RobustScale.spread(rms);
    }
    Matrix limits = new Matrix(n, n);
    Matrix scaled = new Matrix(n, n);
    for (int j = 0; j < n; j++) {
      double root = Math.sqrt(Math.max(0, eigen.values()[j]));
      for (int c = 0; c < n; c++) {
        limits.set(j, c, limit[j] * eigen.vectors().get(c, j));
        scaled.set(c, j, root * eigen.vectors().get(c, j));
      }
    }
    int first = 0;
    while (eigen.values()[first] <= ZERO * eigen.values()[n - 1]) {
      first++;
    }
    Matrix white = new Matrix(n - first, n);
    Matrix back = new Matrix(n, n - first);
    Matrix bounds = new Matrix(n - first, n - first);
    for (int j = first; j < n; j++) {
      double root = Math.sqrt(eigen.values()[j]);
      bounds.set(j - first, j - first, limit[j] / root);
      for (int c = 0; c < n; c++) {
        white.set(j - first, c, eigen.vectors().get(c, j) / root);
        back.set(c, j - first, eigen.vectors().get(c, j) * root);
      }
    }
    return new Subspace(
        Products.multiplyTransposed(scaled, eigen.vectors()), limits, white, back, bounds);
  }

  /** Windows that are calm as a whole, overlapping by half. */
  private static List<Integer> starts(boolean[] calm, int window) {
    List<Integer> starts = new ArrayList<>();
    int run = 0;
    for (int t = 0; t < calm.length; t++) {
      run = calm[t] ? run + 1 : 0;
      if (run >= window && (run - window) % Math.max(1, window / 2) == 0) {
        starts.add(t - window + 1);
      }
    }
    return starts;
  }

  /** Mean of products over the samples of a window that every channel has. */
  static Matrix covariance(double[][] fast, int from, int length) {
    int n = fast.length;
    Matrix sum = new Matrix(n, n);
    int count = 0;
    for (int t = from; t < from + length; t++) {
      if (!whole(fast, t)) {
        continue;
      }
      count++;
      for (int a = 0; a < n; a++) {
        for (int b = 0; b <= a; b++) {
          sum.add(a, b, fast[a][t] * fast[b][t]);
        }
      }
    }
    double[] values = sum.values();
    for (int k = 0; k < values.length && count > 0; k++) {
      values[k] /= count;
    }
    return sum.mirrorLower();
  }

  /** True if every channel has a value. */
  static boolean whole(double[][] fast, int t) {
    for (double[] row : fast) {
      if (!Double.isFinite(row[t])) {
        return false;
      }
    }
    return true;
  }

  /** The geometric median (Weiszfeld's rounds): windows with an artefact hardly move it. */
  private static Matrix median(List<double[]> all, int n, Progress progress) {
    double[] middle = new double[n * n];
    for (double[] one : all) {
      for (int k = 0; k < middle.length; k++) {
        middle[k] += one[k] / all.size();
      }
    }
    for (int round = 0; round < ROUNDS; round++) {
      Cancelled.check(progress, "Learning what is calm");
      double[] next = new double[n * n];
      double weights = 0;
      for (double[] one : all) {
        double distance = 0;
        for (int k = 0; k < middle.length; k++) {
          distance += (one[k] - middle[k]) * (one[k] - middle[k]);
        }
        double weight = 1 / Math.max(1e-12, Math.sqrt(distance));
        weights += weight;
        for (int k = 0; k < middle.length; k++) {
          next[k] += weight * one[k];
        }
      }
      double moved = 0;
      double size = 0;
      for (int k = 0; k < middle.length; k++) {
        next[k] /= weights;
        moved += (next[k] - middle[k]) * (next[k] - middle[k]);
        size += next[k] * next[k];
      }
      middle = next;
      if (moved <= SETTLED * SETTLED * size) {
        break;
      }
    }
    return new Matrix(n, n, middle);
  }
}
