package org.braindyn.signal.cleaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.BadInput;
import org.braindyn.signal.filter.OrthonormalBasis;

/**
 * Takes confounds out of signals by least squares over the frames that are not censored, and checks
 * that nothing correlated with them is left.
 */
final class ConfoundRegression {
  /** Largest correlation with a confound that may remain. */
  static final double ALLOWED = 1e-6;

  /** A residual this small against the signal is rounding, not signal. */
  private static final double NOTHING_LEFT = 1e-9;

  private final boolean[] censored;
  private final int kept;
  private final List<double[]> columns = new ArrayList<>();

  ConfoundRegression(boolean[] censored) {
    this.censored = censored;
    int n = 0;
    for (boolean c : censored) {
      n += c ? 0 : 1;
    }
    kept = n;
  }

  void add(double[] column) {
    double[] part = take(column);
    centre(part);
    columns.add(part);
  }

  /**
   * @return largest |correlation| left, NaN if there are no confounds
   */
  double run(double[][] values, boolean[] lost, String source, List<String> steps) {
    if (columns.isEmpty()) {
      return Double.NaN;
    }
    OrthonormalBasis basis = new OrthonormalBasis();
    double[] ones = new double[kept];
    java.util.Arrays.fill(ones, 1);
    basis.add(ones);
    columns.forEach(basis::add);
    if (basis.size() >= kept) {
      throw new BadInput(
          String.format(
              "%s: %d confounds would explain %d frames completely. Choose fewer confounds.",
              source, basis.size() - 1, kept));
    }
    double worst = 0;
    int emptied = 0;
    for (int r = 0; r < values.length; r++) {
      if (lost[r]) {
        continue;
      }
      double[] part = take(values[r]);
      double before = OrthonormalBasis.norm(part);
      basis.remove(part);
      if (OrthonormalBasis.norm(part) <= NOTHING_LEFT * before) {
        java.util.Arrays.fill(part, 0);
        emptied++;
      }
      for (double[] column : columns) {
        worst = Math.max(worst, Math.abs(correlation(part, column)));
      }
      for (int t = 0, i = 0; t < censored.length; t++) {
        if (!censored[t]) {
          values[r][t] = part[i++];
        }
      }
    }
    if (worst > ALLOWED) {
      throw new IllegalStateException("residual correlation " + worst + " with a confound");
    }
    steps.add(
        String.format(
            Locale.ROOT,
            "Regressed %d confounds (%d independent) out; largest correlation left %.1e, below %.0e.",
            columns.size(),
            basis.size() - 1,
            worst,
            ALLOWED));
    if (emptied > 0) {
      steps.add(emptied + " regions were explained completely by the confounds and are now 0.");
    }
    return worst;
  }

  private double[] take(double[] row) {
    double[] part = new double[kept];
    for (int t = 0, i = 0; t < row.length; t++) {
      if (!censored[t]) {
        part[i++] = row[t];
      }
    }
    return part;
  }

  private static void centre(double[] x) {
    double mean = 0;
    for (double v : x) {
      mean += v / x.length;
    }
    for (int t = 0; t < x.length; t++) {
      x[t] -= mean;
    }
  }

  /** Correlation of a residual (mean 0 by construction) with a centred confound. */
  private static double correlation(double[] x, double[] confound) {
    double scale = OrthonormalBasis.norm(x) * OrthonormalBasis.norm(confound);
    return scale > 0 ? OrthonormalBasis.dot(x, confound) / scale : 0;
  }
}
