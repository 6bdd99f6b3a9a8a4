package org.braindyn.simulation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.parallel.Parallel;

/**
 * The largest real part of a matrix's eigenvalues as the rate at which {@code exp(t A)} grows, by
 * squaring {@code exp(A)} again and again (Higham 2008, Functions of Matrices, section 10.3), each
 * set of nodes that reach one another by itself. It needs no eigenvectors, so that no size and no
 * repeated eigenvalue stops it.
 */
final class SpectralAbscissa {
  private static final int SQUARINGS = 50; // to t = 2^50: growth by powers of t no longer counts
  private static final int TERMS = 20; // of the series of a matrix of norm 1

  private SpectralAbscissa() {}

  /**
   * Measures.
   *
   * @param a square
   * @throws BadInput if it holds values that are no numbers
   */
  static double of(double[][] a) {
    double norm = 0;
    for (double[] row : a) {
      double sum = 0;
      for (double v : row) {
        sum += Math.abs(v);
      }
      norm = sum > norm || Double.isNaN(sum) ? sum : norm;
    }
    if (!Double.isFinite(norm)) {
      throw new BadInput(
          "The eigenvalues of the wiring cannot be found: it holds values that are no numbers or"
              + " far out of proportion. Mend the matrix.");
    }
    double most = Double.NEGATIVE_INFINITY;
    for (int[] cycle : cycles(a)) {
      double[][] part = new double[cycle.length][cycle.length];
      for (int i = 0; i < cycle.length; i++) {
        for (int j = 0; j < cycle.length; j++) {
          part[i][j] = a[cycle[i]][cycle[j]];
        }
      }
      most = Math.max(most, cycle.length == 1 ? part[0][0] : growth(part, norm));
    }
    return most;
  }

  /** Nodes that reach one another; the eigenvalues are those of these blocks. */
  private static List<int[]> cycles(double[][] a) {
    int n = a.length;
    BitSet[] reach = new BitSet[n];
    for (int i = 0; i < n; i++) {
      reach[i] = new BitSet(n);
      reach[i].set(i);
      for (int j = 0; j < n; j++) {
        if (a[i][j] != 0) {
          reach[i].set(j);
        }
      }
    }
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < n; i++) {
        if (reach[i].get(k)) {
          reach[i].or(reach[k]);
        }
      }
    }
    List<int[]> cycles = new ArrayList<>();
    BitSet done = new BitSet(n);
    for (int i = 0; i < n; i++) {
      int from = i;
      if (!done.get(i)) {
        int[] members = reach[i].stream().filter(j -> reach[j].get(from)).toArray();
        IntStream.of(members).forEach(done::set);
        cycles.add(members);
      }
    }
    return cycles;
  }

  private static double growth(double[][] a, double norm) {
    double[][] power = exponential(a, norm);
    double log = 0; // of what power was divided by, per unit of t
    double time = 1;
    for (int s = 0; s <= SQUARINGS; s++) {
      double size = 0;
      for (double[] row : power) {
        for (double v : row) {
          size = Math.max(size, Math.abs(v));
        }
      }
      if (size == 0) {
        break; // what grows by powers of t alone has left no other
      }
      for (double[] row : power) {
        for (int j = 0; j < row.length; j++) {
          row[j] /= size;
        }
      }
      log += Math.log(size) / time;
      if (s < SQUARINGS) {
        power = product(power, power);
        time *= 2;
      }
    }
    return norm * log;
  }

  private static double[][] exponential(double[][] a, double norm) {
    int n = a.length;
    double[][] scaled = new double[n][n];
    double[][] sum = new double[n][n];
    double[][] term = new double[n][n];
    for (int i = 0; i < n; i++) {
      sum[i][i] = 1;
      term[i][i] = 1;
      for (int j = 0; j < n; j++) {
        scaled[i][j] = a[i][j] / norm;
      }
    }
    for (int k = 1; k <= TERMS; k++) {
      term = product(term, scaled);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          term[i][j] /= k;
          sum[i][j] += term[i][j];
        }
      }
    }
    return sum;
  }

  private static double[][] product(double[][] a, double[][] b) {
    int n = a.length;
    double[][] made = new double[n][n];
    Parallel.each(
        n,
        i -> {
          double[] row = made[i];
          for (int k = 0; k < n; k++) {
            double x = a[i][k];
            double[] other = b[k];
            for (int j = 0; x != 0 && j < n; j++) {
              row[j] += x * other[j];
            }
          }
        });
    return made;
  }
}
