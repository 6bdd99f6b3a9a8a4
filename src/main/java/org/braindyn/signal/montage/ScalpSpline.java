package org.braindyn.signal.montage;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.parallel.Parallel;

/**
 * Spherical splines: the smoothest function on a sphere through values at electrodes (Perrin et al.
 * 1989, Electroencephalogr. Clin. Neurophysiol. 72:184, with m = 4 and 50 Legendre terms).
 */
public final class ScalpSpline {
  private static final int ORDER = 4;
  private static final int TERMS = 50;

  private final double[][] places;
  private final double[] weight;
  private final double constant;

  /**
   * @param places on the unit sphere, [electrode][x, y, z]; at least 3, no two the same
   * @param values [electrode]
   */
  public ScalpSpline(double[][] places, double[] values) {
    this.places = places;
    double[] solution = solved(solver(places, 0), Arrays.copyOf(values, places.length + 1));
    weight = Arrays.copyOf(solution, places.length);
    constant = solution[places.length];
  }

  /** Splines between all pairs, bordered by ones (equation 4 of Perrin et al.). */
  private static DecompositionSolver solver(double[][] places, double regularisation) {
    int n = places.length;
    if (n < 3) {
      throw new BadInput(
          n
              + " electrodes with a known place are too few for a map; 3 are needed. Name channels"
              + " as in the 10-20 system.");
    }
    double[][] system = new double[n + 1][n + 1];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        system[i][j] = spline(cosine(places[i], places[j]));
      }
      system[i][i] += regularisation;
      system[i][n] = 1;
      system[n][i] = 1;
    }
    return new LUDecomposition(new Array2DRowRealMatrix(system, false)).getSolver();
  }

  private static double[] solved(DecompositionSolver solver, double[] right) {
    try {
      return solver.solve(new ArrayRealVector(right, false)).toArray();
    } catch (SingularMatrixException e) {
      throw new BadInput(
          "The scalp map needs electrodes at different places, but two of these "
              + (right.length - 1)
              + " are at one (T3 is T7, T4 is T8, T5 is P7, T6 is P8). Leave one of the two out.",
          e);
    }
  }

  /**
   * Weights that make values at some electrodes those at others: each row sums to 1.
   *
   * @param from places on the unit sphere with a value, [electrode][x, y, z]
   * @param to places on the unit sphere without one
   * @param regularisation added to the diagonal of the splines' matrix; 1e-5 is usual. It keeps
   *     neighbours at almost one place from taking opposite weights
   * @return [to][from]
   * @throws BadInput if fewer than 3 electrodes have a value, or two are at one place and nothing
   *     is added
   */
  public static double[][] weights(double[][] from, double[][] to, double regularisation) {
    DecompositionSolver solver = solver(from, regularisation);
    double[][] rows = new double[to.length][];
    for (int i = 0; i < to.length; i++) {
      double[] right = new double[from.length + 1];
      for (int k = 0; k < from.length; k++) {
        right[k] = spline(cosine(from[k], to[i]));
      }
      right[from.length] = 1;
      // The system is symmetric: its inverse times the target's splines are the weights.
      rows[i] = Arrays.copyOf(solved(solver, right), from.length);
    }
    return rows;
  }

  /** Value at a place on the unit sphere. */
  public double at(double x, double y, double z) {
    double sum = constant;
    double[] place = {x, y, z};
    for (int i = 0; i < weight.length; i++) {
      sum += weight[i] * spline(cosine(places[i], place));
    }
    return sum;
  }

  /**
   * A square map seen from above, nose up: the distance from the middle is the angle from the top,
   * and the head's outline is the plane through the ears (100 degrees are shown).
   *
   * @param size pixels along a side
   * @return [row][column], NaN outside
   */
  public double[][] map(int size) {
    return map(size, Progress.NONE);
  }

  /**
   * The same.
   *
   * @param progress stops it
   */
  public double[][] map(int size, Progress progress) {
    double[][] map = new double[size][size];
    Parallel.each(
        size,
        row -> {
          Cancelled.check(progress, "The scalp map");
          for (int column = 0; column < size; column++) {
            double x = 2 * (column + 0.5) / size - 1;
            double y = 1 - 2 * (row + 0.5) / size;
            double r = Math.hypot(x, y);
            double angle = r * SHOWN;
            double ring = r < 1e-12 ? 0 : Math.sin(angle) / r;
            map[row][column] = r > 1 ? Double.NaN : at(x * ring, y * ring, Math.cos(angle));
          }
        });
    return map;
  }

  /** Angle from the top at the map's edge. */
  private static final double SHOWN = Math.toRadians(100);

  /** Where a place on the unit sphere lies in a map: x and y from -1 to 1, y up. */
  public static double[] project(double[] place) {
    double angle = Math.acos(Math.max(-1, Math.min(1, place[2])));
    double ring = Math.hypot(place[0], place[1]);
    double r = angle / SHOWN;
    return ring < 1e-12
        ? new double[] {0, 0}
        : new double[] {place[0] / ring * r, place[1] / ring * r};
  }

  private static double cosine(double[] a, double[] b) {
    return Math.max(-1, Math.min(1, a[0] * b[0] + a[1] * b[1] + a[2] * b[2]));
  }

  private static double spline(double x) {
    double before = 1;
    double now = x;
    double sum = 0;
    for (int n = 1; n <= TERMS; n++) {
      sum += (2 * n + 1) / Math.pow(n * (n + 1.0), ORDER) * now;
      double next = ((2 * n + 1) * x * now - n * before) / (n + 1);
      before = now;
      now = next;
    }
    return sum / (4 * Math.PI);
  }
}
