package org.braindyn.graph;

import org.braindyn.data.BadInput;
import org.braindyn.data.SignalBatch;
import org.braindyn.kernel.linalg.Lu;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.Products;
import org.braindyn.kernel.linalg.SingularMatrix;
import org.braindyn.signal.WindowSet;
import org.braindyn.signal.Windows;

/** Pearson correlation between regions: of one recording, or pooled over training contexts. */
public final class Correlation {
  private static final int BLOCK = 64;

  private Correlation() {}

  /**
   * Correlation matrix of signals.
   *
   * @param signals [region][time]
   * @return [region][region], 1 on the diagonal; 0 for a constant region
   */
  public static double[][] of(double[][] signals) {
    Moments moments = new Moments(signals.length);
    moments.add(centred(signals));
    return moments.correlation();
  }

  /**
   * The same in plain Java and one order of adding: every machine gives the same bits, whatever
   * libraries and processor it has. Slower by far for many regions.
   *
   * @param signals [region][time]
   * @return [region][region], 1 on the diagonal; 0 for a constant region
   */
  public static double[][] ofAnyMachine(double[][] signals) {
    double[][] rows = centred(signals);
    int n = rows.length;
    double[][] r = new double[n][n];
    for (int i = 0; i < n; i++) {
      r[i][i] = dot(rows[i], rows[i]);
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double scale = Math.sqrt(r[i][i] * r[j][j]);
        double value = scale > 0 ? dot(rows[i], rows[j]) / scale : 0;
        r[j][i] = Math.max(-1, Math.min(1, value));
      }
    }
    for (int i = 0; i < n; i++) {
      r[i][i] = 1;
      for (int j = 0; j < i; j++) {
        r[i][j] = r[j][i];
      }
    }
    return r;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int t = 0; t < a.length; t++) {
      sum += a[t] * b[t];
    }
    return sum;
  }

  /**
   * Correlation matrix of all contexts of a training set laid end to end, each z-scored by itself
   * (the released model's functional graph).
   *
   * @return [region][region]
   */
  public static double[][] ofContexts(WindowSet windows) {
    Moments moments = new Moments(windows.regions());
    for (int from = 0; from < windows.size(); from += BLOCK) {
      Windows block = windows.range(from, Math.min(windows.size(), from + BLOCK));
      moments.add(block.context());
    }
    return moments.correlation();
  }

  /**
   * Pairs of regions whose correlation over the contexts is at least a value in size.
   *
   * @param least smallest |r| kept
   */
  public static BrainGraph graphOfContexts(WindowSet windows, double least) {
    if (windows.regions() < LargeCorrelation.REGIONS) {
      return Threshold.atLeast(ofContexts(windows), least);
    }
    try (LargeCorrelation scores = LargeCorrelation.ofContexts(windows)) {
      return Threshold.atLeast(scores, least);
    }
  }

  /**
   * Partial correlations: what two regions share beyond all others.
   *
   * @param correlation correlation matrix
   * @param shrinkage share of the identity mixed in, 0 to 1 (0: none)
   * @return [region][region], exactly symmetric, 1 on the diagonal
   */
  public static double[][] partial(double[][] correlation, double shrinkage) {
    int n = correlation.length;
    double[][] mixed = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        mixed[i][j] = (1 - shrinkage) * correlation[i][j] + (i == j ? shrinkage : 0);
      }
    }
    double[][] precision;
    try {
      precision = Lu.of(Matrix.of(mixed)).inverse().toRows();
    } catch (SingularMatrix e) {
      throw new BadInput(
          "The correlation matrix of "
              + n
              + " regions cannot be inverted (too few samples). Use a shrinkage above "
              + shrinkage
              + ", e.g. 0.1.",
          e);
    }
    double[][] partial = new double[n][n];
    for (int i = 0; i < n; i++) {
      if (!(precision[i][i] > 0)) {
        throw new BadInput(
            "The correlations of "
                + n
                + " regions contradict each other (frames are missing, or too few). Use a shrinkage"
                + " above "
                + shrinkage
                + ", e.g. 0.1.");
      }
      partial[i][i] = 1;
      for (int j = 0; j < i; j++) {
        // The inverse is symmetric up to rounding only; (i, j) and (j, i) are one measure.
        double both = 0.5 * (precision[i][j] + precision[j][i]);
        partial[i][j] = -both / Math.sqrt(precision[i][i] * precision[j][j]);
        partial[j][i] = partial[i][j];
      }
    }
    return partial;
  }

  /** A large mean (raw BOLD) would cost digits in the sums of products. */
  static double[][] centred(double[][] signals) {
    double[][] result = new double[signals.length][];
    for (int i = 0; i < signals.length; i++) {
      double mean = java.util.Arrays.stream(signals[i]).average().orElse(0);
      result[i] = java.util.Arrays.stream(signals[i]).map(v -> v - mean).toArray();
    }
    return result;
  }

  /** Sums of values and of products. */
  private static final class Moments {
    private final double[] sum;
    private final Matrix product;
    private long samples;

    Moments(int regions) {
      sum = new double[regions];
      product = new Matrix(regions, regions);
    }

    /** Adds signals, [region][time]. */
    void add(double[][] rows) {
      Matrix values = Matrix.of(rows);
      for (int i = 0; i < rows.length; i++) {
        for (double value : rows[i]) {
          sum[i] += value;
        }
      }
      Products.addGram(values.transposed(), 1, product);
      samples += values.columns();
    }

    /** Adds contexts laid end to end. */
    void add(SignalBatch contexts) {
      int regions = contexts.regions();
      int steps = contexts.steps();
      Matrix values = new Matrix(contexts.windows() * steps, regions);
      for (int w = 0; w < contexts.windows(); w++) {
        for (int n = 0; n < regions; n++) {
          for (int t = 0; t < steps; t++) {
            double value = contexts.get(w, n, t);
            values.set(w * steps + t, n, value);
            sum[n] += value;
          }
        }
      }
      Products.addGram(values, 1, product);
      samples += values.rows();
    }

    double[][] correlation() {
      int n = sum.length;
      double[][] r = new double[n][n];
      double[] variance = new double[n];
      for (int i = 0; i < n; i++) {
        variance[i] = product.get(i, i) - sum[i] * sum[i] / samples;
      }
      for (int i = 0; i < n; i++) {
        r[i][i] = 1;
        for (int j = 0; j < i; j++) {
          double scale = Math.sqrt(variance[i] * variance[j]);
          double covariance = product.get(i, j) - sum[i] * sum[j] / samples;
          double value = scale > 0 ? covariance / scale : 0;
          r[i][j] = Math.max(-1, Math.min(1, value));
          r[j][i] = r[i][j];
        }
      }
      return r;
    }
  }
}
