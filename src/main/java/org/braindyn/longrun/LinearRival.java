package org.braindyn.longrun;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.graph.LinearAutoregression;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.Products;
import org.braindyn.kernel.linalg.SymmetricEigen;

/**
 * The cheapest honest rival of a model that runs freely: a ridge vector autoregression of the same
 * recording with Gaussian noise of its residuals' covariance. Lags and penalty are what foretells
 * the recording's last fifth best, of those that do not run away.
 */
public final class LinearRival {
  private static final int MOST_ORDER = 3;
  private static final double[] RIDGES = {1, 10, 100, 1000, 10000};
  private static final double LEARN = 0.8;
  private static final int SETTLE = 200;

  private final double[][][] coefficients;
  private final Matrix root;
  private final double exponent;

  private LinearRival(double[][][] coefficients, Matrix root, double exponent) {
    this.coefficients = coefficients;
    this.root = root;
    this.exponent = exponent;
  }

  /** One candidate and its error on what it has not seen. */
  private record Tried(int order, double ridge, double error) {}

  /**
   * Fits.
   *
   * @param real [region][time], in standard deviations
   * @throws BadInput if no autoregression that stays bounded fits
   */
  public static LinearRival fit(double[][] real, Progress progress) {
    int cut = (int) (LEARN * real[0].length);
    double[][] first = Arrays.stream(real).map(r -> Arrays.copyOf(r, cut)).toArray(double[][]::new);
    List<Tried> tried = new ArrayList<>();
    for (int order = 1; order <= MOST_ORDER; order++) {
      LinearAutoregression sums = new LinearAutoregression(real.length, order);
      sums.add(first);
      for (double ridge : RIDGES) {
        progress.report(tried.size() / 15.0, "Fitting the autoregression");
        double[][][] a = solve(sums, ridge);
        if (a != null) {
          tried.add(new Tried(order, ridge, squares(residuals(a, real, cut))));
        }
      }
    }
    tried.sort((a, b) -> Double.compare(a.error(), b.error()));
    for (Tried one : tried) {
      LinearAutoregression sums = new LinearAutoregression(real.length, one.order());
      sums.add(real);
      double[][][] a = solve(sums, one.ridge());
      double exponent = a == null ? 0 : exponent(a, progress);
      if (exponent < 0) {
        return new LinearRival(a, root(residuals(a, real, one.order())), exponent);
      }
    }
    throw new BadInput(
        "No autoregression of this recording stays bounded when it runs freely: its values grow"
            + " from beginning to end. Remove its trend (BrainDyn Clean Signals...).");
  }

  private static double[][][] solve(LinearAutoregression sums, double ridge) {
    try {
      return sums.solve(ridge);
    } catch (BadInput e) {
      return null; // a larger penalty will do
    }
  }

  /** What one step ahead misses, [region][time from {@code from}]. */
  private static double[][] residuals(double[][][] a, double[][] x, int from) {
    int start = Math.max(from, a.length);
    double[][] rest = new double[x.length][x[0].length - start];
    double[] next = new double[x.length];
    for (int t = start; t < x[0].length; t++) {
      step(a, x, t, next);
      for (int n = 0; n < x.length; n++) {
        rest[n][t - start] = x[n][t] - next[n];
      }
    }
    return rest;
  }

  private static void step(double[][][] a, double[][] x, int t, double[] next) {
    Arrays.fill(next, 0);
    for (int lag = 1; lag <= a.length; lag++) {
      for (int source = 0; source < x.length; source++) {
        double value = x[source][t - lag];
        double[] row = a[lag - 1][source];
        for (int target = 0; target < next.length; target++) {
          next[target] += value * row[target];
        }
      }
    }
  }

  private static double squares(double[][] rows) {
    return Arrays.stream(rows).mapToDouble(r -> Arrays.stream(r).map(v -> v * v).sum()).sum();
  }

  /** The symmetric root of the residuals' covariance. */
  private static Matrix root(double[][] rest) {
    Matrix rows = Matrix.of(rest);
    Matrix covariance = Products.multiplyTransposed(rows, rows);
    for (int k = 0; k < covariance.values().length; k++) {
      covariance.values()[k] /= rest[0].length;
    }
    SymmetricEigen eigen = SymmetricEigen.of(covariance);
    Matrix scaled = eigen.vectors().copy();
    int n = rest.length;
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        scaled.set(i, k, scaled.get(i, k) * Math.sqrt(Math.max(0, eigen.values()[k])));
      }
    }
    return Products.multiplyTransposed(scaled, eigen.vectors());
  }

  /** Its map of deviations, the same at every state: the companion matrix. */
  private static double exponent(double[][][] a, Progress progress) {
    int n = a[0].length;
    int order = a.length;
    TangentMap map =
        (state, tangents) -> {
          for (double[] v : tangents) {
            double[] next = new double[n];
            for (int lag = 1; lag <= order; lag++) {
              for (int source = 0; source < n; source++) {
                double value = v[(lag - 1) * n + source];
                double[] row = a[lag - 1][source];
                for (int target = 0; target < n; target++) {
                  next[target] += value * row[target];
                }
              }
            }
            System.arraycopy(v, 0, v, n, (order - 1) * n);
            System.arraycopy(next, 0, v, 0, n);
          }
        };
    LyapunovExponents.Length length = new LyapunovExponents.Length(200, 800, 1);
    return LyapunovExponents.of(map, new double[n * order], 1, length, progress)[0];
  }

  /** Name for tables, with its lags. */
  public String name() {
    return "VAR(" + coefficients.length + ") with its noise";
  }

  /** Largest Lyapunov exponent per sample: the logarithm of the spectral radius. */
  public double exponent() {
    return exponent;
  }

  /**
   * Runs freely with its noise.
   *
   * @return [region][frames]
   */
  public double[][] run(int frames, Seed seed) {
    int n = root.rows();
    Seed.Stream random = seed.stream("autoregression");
    int lead = SETTLE + coefficients.length;
    double[][] path = new double[n][lead + frames];
    double[] next = new double[n];
    double[] white = new double[n];
    for (int t = coefficients.length; t < lead + frames; t++) {
      step(coefficients, path, t, next);
      for (int k = 0; k < n; k++) {
        white[k] = random.gaussian();
      }
      for (int i = 0; i < n; i++) {
        double noise = 0;
        for (int k = 0; k < n; k++) {
          noise += root.get(i, k) * white[k];
        }
        path[i][t] = next[i] + noise;
      }
    }
    return Arrays.stream(path)
        .map(row -> Arrays.copyOfRange(row, lead, lead + frames))
        .toArray(double[][]::new);
  }
}
