package org.braindyn.forecast.ridge;

import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.parallel.Parallel;
import org.braindyn.kernel.linalg.Cholesky;
import org.braindyn.kernel.linalg.GatheredRows;
import org.braindyn.kernel.linalg.LargeMatrix;
import org.braindyn.kernel.linalg.LargeProducts;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.Products;
import org.braindyn.kernel.linalg.SymmetricEigen;

/**
 * The ridge regression of {@link DirectRidgeSolver} where there are fewer windows than features:
 * {@code (Z'Z + rI)^-1 Z'y = Z'(ZZ' + rI)^-1 y} (Saunders, Gammerman and Vovk 1998, ICML, eq. 8),
 * with one eigendecomposition {@code ZZ' = Q diag(l) Q'} for all ridges. In Q's coordinates V =
 * Z'Q, D = diag(1 / (l + r)), and with Woodbury's identity for the smaller penalty, as shares s, on
 * the features F of a target and its neighbours:
 *
 * <pre>
 * g = (diag(s / (1 - s)) + V_F D V_F')^-1 V_F D Q'y    coefficients of F beyond V a
 * a = D (Q'y - V_F' g)                                 coefficients V a + g on F
 * </pre>
 *
 * Close it to free its memory.
 */
final class DualSolver implements AutoCloseable {
  private static final int GROUPS = 8;

  private final DualWindows data;
  private final int[] windows;
  private final DirectRidgeSettings settings;
  private final int regions;
  private final int horizon;
  private final int[][] freer;
  private final double[] eigenvalues;
  private final LargeMatrix vectors;
  private final LargeMatrix rotated;
  private final LargeMatrix outputs;
  private final LargeMatrix weights;
  private final Matrix[] beyond;

  /**
   * @param windows those that are learnt from
   */
  DualSolver(DualWindows data, int[] windows, DirectRidgeSettings settings, Progress progress) {
    this.data = data;
    this.windows = windows;
    this.settings = settings;
    regions = data.regions();
    horizon = data.horizon();
    Cancelled.check(progress, "Fitting the linear forecast");
    SymmetricEigen eigen = decompose();
    eigenvalues = eigen.values();
    vectors = LargeMatrix.of(eigen.vectors());
    Cancelled.check(progress, "Fitting the linear forecast");
    try (LargeMatrix own = data.features(windows);
        LargeMatrix wanted = data.targets(windows)) {
      freer = freer(own);
      rotated = new LargeMatrix(own.columns(), windows.length);
      LargeProducts.multiply(true, false, 1, own, vectors, 0, rotated);
      outputs = new LargeMatrix(wanted.columns(), windows.length);
      LargeProducts.multiply(true, false, 1, wanted, vectors, 0, outputs);
    }
    weights = new LargeMatrix(outputs.rows(), windows.length);
    beyond = new Matrix[regions];
  }

  /** Bytes of a solver. */
  static long bytes(long windows, long features, long outputs) {
    return LargeMatrix.bytes(windows, features + 2 * outputs + windows);
  }

  /** Bytes that one takes in addition while it works. */
  static long work(long windows, long features, long outputs) {
    return LargeMatrix.bytes(windows, features + outputs + windows);
  }

  private SymmetricEigen decompose() {
    try (LargeMatrix kernel = data.kernel(windows, windows)) {
      return SymmetricEigen.of(kernel.toMatrix());
    } catch (BadInput e) {
      throw new BadInput(
          "The linear forecast cannot be fitted: a region's past holds a value that is no number."
              + " Look for it in the quality table, and leave the region out or mend the data.",
          e);
    }
  }

  private int[][] freer(LargeMatrix own) {
    double[][] last = new double[windows.length][regions];
    for (int w = 0; w < windows.length; w++) {
      own.read(w, 0, last[w], 0, regions);
    }
    Matrix products = new Matrix(regions, regions);
    Products.addGram(Matrix.of(last), 1, products);
    return FreerSources.of(products.toRows(), settings);
  }

  /**
   * Solves for a ridge; {@link #errors} and {@link #coefficients} then speak of it.
   *
   * @param steps steps ahead that are wanted; the others stay as they are
   */
  void solve(double ridge, int[] steps, Progress progress) {
    Cancelled.check(progress, "Fitting the linear forecast");
    double[] root = new double[windows.length];
    for (int k = 0; k < root.length; k++) {
      root[k] = 1 / Math.sqrt(Math.max(0, eigenvalues[k]) + ridge * windows.length);
    }
    try (LargeMatrix near = rotated.copy()) {
      near.change((i, row) -> times(row, root));
      parallel(
          g -> {
            int most = Arrays.stream(freer).mapToInt(f -> f.length).max().orElse(0);
            try (GatheredRows rows =
                new GatheredRows(Math.max(1, most * bins()), steps.length, root.length)) {
              for (int n = g; n < regions; n += GROUPS) {
                solve(rows, near, n, steps, root);
              }
            }
          });
    }
  }

  private int bins() {
    return rotated.rows() / regions;
  }

  private static void times(double[] row, double[] factors) {
    for (int k = 0; k < row.length; k++) {
      row[k] *= factors[k];
    }
  }

  private static void parallel(java.util.function.IntConsumer group) {
    Parallel.each(GROUPS, group);
  }

  private void solve(GatheredRows rows, LargeMatrix near, int n, int[] steps, double[] root) {
    int[] own = rows(n, steps);
    for (int row : own) {
      double[] y = outputs.row(row);
      times(y, root);
      weights.write(row, 0, y, 0, y.length);
    }
    int[] features = features(n);
    if (features.length > 0) {
      rows.gather(near, features);
      Matrix small = rows.gram();
      for (int i = 0; i < features.length; i++) {
        double share = FreerSources.share(features[i] % regions, n, settings);
        small.add(i, i, share / (1 - share));
      }
      Matrix found = Cholesky.inPlace(small).solve(rows.products(weights, own));
      Matrix minus = found.copy();
      for (int i = 0; i < minus.values().length; i++) {
        minus.values()[i] *= -1;
      }
      rows.addTo(weights, own, minus);
      keep(n, steps, found);
    }
    for (int row : own) {
      double[] a = weights.row(row);
      times(a, root);
      weights.write(row, 0, a, 0, a.length);
    }
  }

  private void keep(int n, int[] steps, Matrix found) {
    if (beyond[n] == null) {
      beyond[n] = new Matrix(found.rows(), horizon);
    }
    for (int i = 0; i < found.rows(); i++) {
      for (int j = 0; j < steps.length; j++) {
        beyond[n].set(i, steps[j], found.get(i, j));
      }
    }
  }

  private int[] rows(int n, int[] steps) {
    return IntStream.of(steps).map(p -> n * horizon + p).toArray();
  }

  /** Features of a target's freer sources, bin by bin. */
  private int[] features(int n) {
    int count = freer[n].length;
    return IntStream.range(0, count * bins())
        .map(i -> i / count * regions + freer[n][i % count])
        .toArray();
  }

  /** Solves every step ahead with a ridge of its own. */
  void solve(double[] ridgeOfStep, Progress progress) {
    for (double ridge : new TreeSet<>(Arrays.stream(ridgeOfStep).boxed().toList())) {
      solve(
          ridge,
          IntStream.range(0, horizon).filter(p -> ridgeOfStep[p] == ridge).toArray(),
          progress);
    }
  }

  /** Other windows as this solver sees them, whatever the ridge. Close it to free its memory. */
  final class Others implements AutoCloseable {
    private final int count;
    private final LargeMatrix seen;
    private final LargeMatrix features; // [feature][window]
    private final LargeMatrix targets; // [output][window]

    /**
     * @param windows windows that are not learnt from
     */
    Others(int[] windows) {
      count = windows.length;
      seen = new LargeMatrix(count, vectors.columns());
      try (LargeMatrix kernel = data.kernel(windows, DualSolver.this.windows)) {
        LargeProducts.multiply(false, false, 1, kernel, vectors, 0, seen);
      }
      features = transposed(data.features(windows));
      targets = transposed(data.targets(windows));
    }

    /** Number of windows. */
    int count() {
      return count;
    }

    @Override
    public void close() {
      seen.close();
      features.close();
      targets.close();
    }
  }

  /** Sum of squared errors on other windows, of every step ahead. */
  double[] errors(Others others) {
    try (LargeMatrix forecast = new LargeMatrix(outputs.rows(), others.count)) {
      LargeProducts.multiply(false, true, 1, weights, others.seen, 0, forecast);
      double[][] sums = new double[regions][horizon];
      int most = Arrays.stream(freer).mapToInt(f -> f.length).max().orElse(0);
      parallel(
          g -> {
            try (GatheredRows rows =
                new GatheredRows(Math.max(1, most * bins()), horizon, others.count)) {
              for (int n = g; n < regions; n += GROUPS) {
                int[] own = rows(n, DirectRidgeFit.steps(horizon));
                if (beyond[n] != null) {
                  rows.gather(others.features, features(n));
                  rows.addTo(forecast, own, beyond[n]);
                }
                for (int p = 0; p < horizon; p++) {
                  sums[n][p] = squares(forecast.row(own[p]), others.targets.row(own[p]));
                }
              }
            }
          });
      double[] result = new double[horizon];
      for (double[] region : sums) {
        for (int p = 0; p < horizon; p++) {
          result[p] += region[p];
        }
      }
      return result;
    }
  }

  private static LargeMatrix transposed(LargeMatrix m) {
    try (m) {
      return LargeMatrix.of(m.toMatrix().transposed());
    }
  }

  private static double squares(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
  }

  /** The coefficients, [region * horizon + step][feature]. */
  LargeMatrix coefficients() {
    LargeMatrix result = new LargeMatrix(outputs.rows(), rotated.rows());
    LargeProducts.multiply(false, true, 1, weights, rotated, 0, result);
    int[][] features = IntStream.range(0, regions).mapToObj(this::features).toArray(int[][]::new);
    result.change(
        (row, values) -> {
          int n = row / horizon;
          for (int i = 0; i < features[n].length; i++) {
            values[features[n][i]] += beyond[n].get(i, row % horizon);
          }
          times(values, data.scale());
        });
    return result;
  }

  @Override
  public void close() {
    vectors.close();
    rotated.close();
    outputs.close();
    weights.close();
  }
}
