package org.braindyn.cohort.groups;

import java.util.Arrays;
import org.braindyn.cohort.predict.Design;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.Products;

/**
 * One regression per feature of the feature on the variable, covariates taken out, tested by
 * shuffling people (Freedman and Lane 1983, J. Bus. Econ. Stat. 1:292: what covariates leave of the
 * features is shuffled, and covariates are fitted again).
 */
final class ShuffledTest {
  private static final int BLOCK = 50; // shuffles whose products are made at once
  private static final double TINY = 1e-12;

  private final Matrix rest;
  private final double[][] known;
  private final double[] axis;
  private final double length;
  private final int free;

  /** Hears of the statistics of every shuffle. */
  interface Listener {
    /**
     * @param t [feature]
     */
    void shuffle(double[] t);
  }

  /**
   * @param features [person][feature]
   */
  ShuffledTest(double[][] features, Design design) {
    int n = design.people();
    known = basis(design);
    free = n - known.length - 1;
    rest = Matrix.of(features);
    for (double[] direction : known) {
      takeOut(rest, direction);
    }
    axis = design.y().clone();
    for (double[] direction : known) {
      double along = dot(axis, direction);
      for (int i = 0; i < n; i++) {
        axis[i] -= along * direction[i];
      }
    }
    length = Math.sqrt(dot(axis, axis));
    for (int i = 0; i < n; i++) {
      axis[i] /= length > TINY ? length : 1;
    }
  }

  /**
   * Orthonormal: a constant, then covariates (Gram-Schmidt); those that add nothing are left out.
   */
  private static double[][] basis(Design design) {
    int n = design.people();
    java.util.List<double[]> made = new java.util.ArrayList<>();
    int regressors = design.confounds()[0].length;
    for (int c = -1; c < regressors; c++) {
      double[] next = new double[n];
      for (int i = 0; i < n; i++) {
        next[i] = c < 0 ? 1 : design.confounds()[i][c];
      }
      double before = Math.sqrt(dot(next, next));
      for (double[] direction : made) {
        double along = dot(next, direction);
        for (int i = 0; i < n; i++) {
          next[i] -= along * direction[i];
        }
      }
      double left = Math.sqrt(dot(next, next));
      if (left > 1e-9 * before) {
        for (int i = 0; i < n; i++) {
          next[i] /= left;
        }
        made.add(next);
      }
    }
    return made.toArray(double[][]::new);
  }

  private static void takeOut(Matrix from, double[] direction) {
    Matrix row = new Matrix(1, direction.length, direction);
    double[] along = Products.multiply(row, from).values();
    double[] values = from.values();
    for (int i = 0; i < direction.length; i++) {
      for (int f = 0; f < along.length; f++) {
        values[i * along.length + f] -= direction[i] * along[f];
      }
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** Change of every feature per unit of the variable; of two groups their difference. */
  double[] effect() {
    double[] effect = Products.multiply(new Matrix(1, axis.length, axis), rest).values().clone();
    for (int f = 0; f < effect.length; f++) {
      effect[f] /= length > TINY ? length : Double.NaN;
    }
    return effect;
  }

  /** t of every feature, people as they are. */
  double[] observed() {
    int[] same = new int[axis.length];
    Arrays.setAll(same, i -> i);
    return statistics(new int[][] {same})[0];
  }

  /**
   * Shuffles people.
   *
   * @param orders one order of people per shuffle
   * @param listener hears of every shuffle, in order
   */
  void shuffle(int[][] orders, Listener listener, Progress progress) {
    for (int from = 0; from < orders.length; from += BLOCK) {
      Cancelled.check(progress, "The permutations");
      progress.report((double) from / orders.length, "Shuffling people");
      int to = Math.min(orders.length, from + BLOCK);
      for (double[] t : statistics(Arrays.copyOfRange(orders, from, to))) {
        listener.shuffle(t);
      }
    }
  }

  /** Turning people's places against the features is turning the axes the other way. */
  private double[][] statistics(int[][] orders) {
    int each = known.length + 1;
    int n = axis.length;
    int p = rest.columns();
    Matrix axes = new Matrix(orders.length * each, n);
    for (int s = 0; s < orders.length; s++) {
      for (int k = 0; k < each; k++) {
        double[] one = k == 0 ? axis : known[k - 1];
        for (int i = 0; i < n; i++) {
          axes.set(s * each + k, orders[s][i], one[i]);
        }
      }
    }
    double[] along = Products.multiply(axes, rest).values();
    double[] squares = new double[p];
    for (int i = 0; i < n; i++) {
      for (int f = 0; f < p; f++) {
        squares[f] += rest.get(i, f) * rest.get(i, f);
      }
    }
    double[][] t = new double[orders.length][p];
    for (int s = 0; s < orders.length; s++) {
      int at = s * each * p;
      for (int f = 0; f < p; f++) {
        double left = squares[f];
        for (int k = 0; k < each; k++) {
          double a = along[at + k * p + f];
          left -= a * a;
        }
        double error = Math.sqrt(Math.max(left, TINY * squares[f]) / Math.max(1, free));
        t[s][f] = error > 0 ? along[at + f] / error : 0;
      }
    }
    return t;
  }

  /** Orders of people for as many shuffles. */
  static int[][] orders(
      org.braindyn.cohort.predict.Folds blocks, Design design, int count, Seed seed) {
    Seed.Stream random = seed.stream("shuffled groups");
    int[][] orders = new int[count][];
    for (int s = 0; s < count; s++) {
      orders[s] = blocks.shuffled(design, design.sites().size() > 1, random);
    }
    return orders;
  }
}
