package org.braindyn.app;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.io.Places;
import org.braindyn.io.tables.TextTable;
import org.braindyn.work.Work;

/**
 * Sums of Fisher's z of the correlations of many scans, read from their tables.
 *
 * @param folder place that the tables' names count from
 */
public record MeanCorrelation(String folder) implements Work.Sums<String, MeanCorrelation.Sum> {
  /** Tables that are summed one after the other; another number is another order of adding. */
  static final int BLOCK = 16;

  /** Correlations of 1 have no z; off the diagonal they are of copies. */
  private static final double MOST = 1 - 1e-12;

  /**
   * A sum.
   *
   * @param names regions in order
   * @param z sum over scans, [region][region]
   * @param count scans in which both regions have a signal, [region][region]
   * @param scans number of scans
   */
  public record Sum(String[] names, double[][] z, int[][] count, int scans)
      implements Serializable {
    /**
     * The sum of one.
     *
     * @param names regions in order
     * @param correlations NaN where a region has no signal
     */
    public static Sum of(List<String> names, double[][] correlations) {
      int n = correlations.length;
      double[][] z = new double[n][n];
      int[][] count = new int[n][n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          double r = correlations[i][j];
          if (!Double.isNaN(r)) {
            z[i][j] = i == j ? 0 : atanh(Math.max(-MOST, Math.min(MOST, r)));
            count[i][j] = 1;
          }
        }
      }
      return new Sum(names.toArray(String[]::new), z, count, 1);
    }

    /** Adds another sum to this one. */
    public Sum plus(Sum right) {
      if (!Arrays.equals(names, right.names)) {
        throw new BadInput(
            "Scans of one atlas have different regions: "
                + names.length
                + " and "
                + right.names.length
                + ", or other names. Were they parcellated with different tables of names?");
      }
      for (int i = 0; i < z.length; i++) {
        for (int j = 0; j < z.length; j++) {
          z[i][j] += right.z[i][j];
          count[i][j] += right.count[i][j];
        }
      }
      return new Sum(names, z, count, scans + right.scans);
    }

    /** Mean correlations, NaN where no scan has one. */
    public double[][] mean() {
      double[][] mean = new double[z.length][z.length];
      for (int i = 0; i < z.length; i++) {
        for (int j = 0; j < z.length; j++) {
          mean[i][j] =
              count[i][j] == 0 ? Double.NaN : i == j ? 1 : Math.tanh(z[i][j] / count[i][j]);
        }
      }
      return mean;
    }
  }

  @Override
  public Sum of(List<String> block, Progress progress) {
    Path from = Places.path(folder);
    Sum sum = null;
    for (String name : block) {
      Sum one = read(from.resolve(name));
      sum = sum == null ? one : plus(sum, one);
    }
    return sum;
  }

  private static Sum read(Path file) {
    try {
      List<List<String>> rows = TextTable.read(file).rows();
      List<String> names = rows.get(0).subList(1, rows.get(0).size());
      double[][] r = new double[names.size()][names.size()];
      for (int i = 0; i < r.length; i++) {
        for (int j = 0; j < r.length; j++) {
          String cell = rows.get(i + 1).get(j + 1);
          r[i][j] = cell.equals("n/a") ? Double.NaN : Double.parseDouble(cell);
        }
      }
      return Sum.of(names, r);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double atanh(double r) {
    return 0.5 * Math.log((1 + r) / (1 - r));
  }

  @Override
  public Sum plus(Sum left, Sum right) {
    return left.plus(right);
  }
}
