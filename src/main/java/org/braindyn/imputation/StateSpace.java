package org.braindyn.imputation;

import org.braindyn.data.BadInput;
import org.braindyn.kernel.linalg.Cholesky;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.Products;

/**
 * A Gaussian vector autoregression of order p as a state that steps: {@code s(t) = [x(t), x(t-1),
 * ..., x(t-p+1)]}, {@code x(t) = A s(t-1) + w}, w with covariance Q (Luetkepohl 2005, 2.1 and ch.
 * 18).
 *
 * @param coefficients A, N x pN: lag 1 first
 * @param innovation Q, N x N
 * @param start covariance of the state before anything is seen, pN x pN
 */
public record StateSpace(Matrix coefficients, Matrix innovation, Matrix start) {
  /** Least eigenvalue of a covariance, as a share of its mean variance. */
  private static final double FLOOR = 1e-4;

  /** Largest modulus of a root; a process that grows would run away in a long gap. */
  private static final double MOST = 0.9995;

  /** Steps over which growth is measured, after as many that let the fastest mode win. */
  private static final int GROWTH = 400;

  /**
   * Solves the Yule-Walker equations with a ridge; what is not positive definite is made so, and a
   * process that would grow (moments of gaps or of mixtures need not be any process's) fades.
   *
   * @param moments covariances at lags 0 to p
   * @param order p, 1 or more
   * @param ridge added to the diagonal, as a share of the mean variance
   */
  public static StateSpace of(LagMoments moments, int order, double ridge) {
    if (order < 1 || order > moments.highest()) {
      throw new BadInput(
          "The order of the autoregression is "
              + order
              + ", but it must be 1 to "
              + moments.highest()
              + ", the largest lag of the moments.");
    }
    int regions = moments.regions();
    Matrix all = new Matrix(order * regions, order * regions);
    Matrix cross = new Matrix(regions, order * regions);
    for (int i = 0; i < order; i++) {
      Blocks.put(moments.lags().get(i + 1), cross, 0, i * regions);
      for (int j = i; j < order; j++) {
        Matrix lag = moments.lags().get(j - i);
        Blocks.put(lag, all, i * regions, j * regions);
        if (j > i) {
          Blocks.put(lag.transposed(), all, j * regions, i * regions);
        }
      }
    }
    double mean = Blocks.meanDiagonal(moments.lags().get(0));
    Matrix start = Blocks.positive(all, FLOOR * mean);
    Matrix left = start.copy();
    left.addToDiagonal(ridge * mean);
    Matrix a = stable(Cholesky.inPlace(left).solve(cross.transposed()).transposed());
    // E[(x - A s)(x - A s)'], which a ridge makes differ from the residual of the regression.
    Matrix q = Blocks.part(start, 0, 0, regions, regions);
    Products.multiply(false, true, -1, a, cross, 1, q);
    Products.multiply(false, true, -1, cross, a, 1, q);
    Products.multiply(false, true, 1, Products.multiply(a, start), a, 1, q);
    return new StateSpace(a, Blocks.positive(q, FLOOR * mean), start);
  }

  /**
   * Lag k times c^k, which multiplies every root by c, if the largest root lies outside; else as it
   * is. Growth is that of a fixed start, with power iterations.
   */
  private static Matrix stable(Matrix a) {
    int n = a.rows();
    int size = a.columns();
    double[] state = new double[size];
    java.util.Arrays.setAll(state, i -> 1 + i % 7 * 0.1);
    double log = 0;
    for (int k = 0; k < 2 * GROWTH; k++) {
      double[] next = new double[size];
      System.arraycopy(state, 0, next, n, size - n);
      Blocks.addProduct(a, 1, state, next);
      double norm = Math.sqrt(java.util.Arrays.stream(next).map(v -> v * v).sum());
      if (!(norm > 0)) {
        return a; // nothing of the past is told
      }
      log += k >= GROWTH ? Math.log(norm) : 0;
      java.util.Arrays.setAll(state, i -> next[i] / norm);
    }
    double root = Math.exp(log / GROWTH);
    if (!(root > MOST)) {
      return a;
    }
    Matrix fading = a.copy();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < size; j++) {
        fading.set(i, j, a.get(i, j) * Math.pow(MOST / root, j / n + 1));
      }
    }
    return fading;
  }

  /** Number of regions N. */
  public int regions() {
    return coefficients.rows();
  }

  /** Length of the state, pN. */
  public int size() {
    return coefficients.columns();
  }

  /** Order p. */
  public int order() {
    return size() / regions();
  }

  /** The next state's mean. */
  double[] step(double[] state) {
    double[] next = new double[size()];
    System.arraycopy(state, 0, next, regions(), size() - regions());
    Blocks.addProduct(coefficients, 1, state, next);
    return next;
  }

  /** F' v for the transition F of the whole state. */
  double[] stepBack(double[] v) {
    double[] result = new double[size()];
    System.arraycopy(v, regions(), result, 0, size() - regions());
    Blocks.addTransposedProduct(coefficients, 1, v, result);
    return result;
  }

  /**
   * F P F' + Q.
   *
   * @param p covariance of a state
   * @param lead A P, N x pN
   */
  Matrix predict(Matrix p, Matrix lead) {
    int n = regions();
    int rest = size() - n;
    Matrix top = innovation.copy();
    Products.multiply(false, true, 1, lead, coefficients, 1, top);
    Matrix result = new Matrix(size(), size());
    Blocks.put(top, result, 0, 0);
    if (rest > 0) {
      Matrix side = Blocks.part(lead, 0, 0, n, rest);
      Blocks.put(side, result, 0, n);
      Blocks.put(side.transposed(), result, n, 0);
      Blocks.put(Blocks.part(p, 0, 0, rest, rest), result, n, n);
    }
    return Blocks.symmetrise(result);
  }

  /** F' M F of a symmetric M. */
  Matrix information(Matrix m) {
    int n = regions();
    int rest = size() - n;
    Matrix half = Products.multiply(Blocks.part(m, 0, 0, size(), n), coefficients);
    addShifted(half, m, 0, n, size(), rest);
    Matrix result = Products.transposedMultiply(coefficients, Blocks.part(half, 0, 0, n, size()));
    addShifted(result, half, n, 0, rest, size());
    return Blocks.symmetrise(result);
  }

  private static void addShifted(Matrix to, Matrix from, int row, int col, int rows, int columns) {
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        to.add(i, j, from.get(row + i, col + j));
      }
    }
  }
}
