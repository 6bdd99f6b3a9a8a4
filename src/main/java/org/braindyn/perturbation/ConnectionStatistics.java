package org.braindyn.perturbation;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.braindyn.data.Regions;
import org.braindyn.data.text.Words;
import org.braindyn.perturbation.significance.FalseDiscovery;
import org.braindyn.perturbation.significance.NullEffects;
import org.braindyn.perturbation.significance.RefitNull;

/**
 * How far to believe every link of an effective connectivity. The interval is Student's t over
 * people if there are two or more, else over windows (which overlap in time: somewhat too narrow);
 * p compares with models refitted to recordings without coupling ({@link RefitNull},
 * docs/adr/0041), q is corrected for all ordered pairs (Benjamini and Hochberg 1995). The diagonal
 * is not tested.
 *
 * @param regions the regions
 * @param effect mean effect per sd, [source][target]
 * @param low lower end of the 95 % interval, same shape; NaN where unknown
 * @param high upper end
 * @param p two-sided p-value; NaN without refits and on the diagonal
 * @param q p after correction
 */
public record ConnectionStatistics(
    Regions regions,
    double[][] effect,
    double[][] low,
    double[][] high,
    double[][] p,
    double[][] q) {
  /** A spread smaller than this share of an effect is none. */
  private static final double ROUNDING = 1e-9;

  /** What is kept of the frames of an effect. */
  public enum Summary {
    /** Effect of largest size, with its sign. */
    PEAK,
    /** First frame. */
    FIRST,
    /** Mean over frames. */
    MEAN;

    /** The one a user typed. */
    public static Summary of(String word) {
      return Words.choice(Summary.class, "summary", word);
    }

    /** [source][target]. */
    public double[][] of(EffectiveConnectivity effects) {
      return switch (this) {
        case PEAK -> effects.peak();
        case FIRST -> effects.at(0);
        case MEAN -> effects.mean();
      };
    }
  }

  /**
   * @param people effects of every person, or of all windows together
   * @param refits off-diagonal effects of refitted models, in the order of {@link #pairs}; null for
   *     none
   */
  public static ConnectionStatistics of(
      List<EffectiveConnectivity> people, Summary summary, NullEffects refits) {
    EffectiveConnectivity all = EffectiveConnectivity.average(people);
    double[][] mean = summary.of(all);
    int n = mean.length;
    double[][] half = new double[n][n];
    for (int u = 0; u < n; u++) {
      for (int v = 0; v < n; v++) {
        int frame = summary == Summary.PEAK ? EffectPeak.largest(all.perFrame()[u][v]) : 0;
        half[u][v] =
            people.size() > 1
                ? overPeople(people, summary, u, v, frame)
                : overWindows(people.get(0), summary, u, v, frame);
      }
    }
    double[] p = new double[n * (n - 1)];
    Arrays.fill(p, Double.NaN);
    if (refits != null) {
      p = refits.pValues(pairs(mean));
    }
    return new ConnectionStatistics(
        all.regions(),
        mean,
        shifted(mean, half, -1),
        shifted(mean, half, 1),
        matrix(p, n),
        matrix(FalseDiscovery.adjust(p), n));
  }

  /** Off-diagonal entries, row by row. */
  public static double[] pairs(double[][] matrix) {
    return MatrixAgreement.offDiagonal(matrix);
  }

  /** The effects whose q is at most {@code level}, 0 elsewhere. */
  public double[][] significant(double level) {
    int n = effect.length;
    double[][] kept = new double[n][n];
    for (int u = 0; u < n; u++) {
      for (int v = 0; v < n; v++) {
        kept[u][v] = q[u][v] <= level ? effect[u][v] : 0;
      }
    }
    return kept;
  }

  /** Number of links whose q is at most {@code level}. */
  public int count(double level) {
    return (int) Arrays.stream(pairs(q)).filter(x -> x <= level).count();
  }

  /** True if links were compared with refitted models. */
  public boolean tested() {
    return effect.length > 1 && Double.isFinite(q[0][1]);
  }

  private static double overPeople(
      List<EffectiveConnectivity> people, Summary summary, int u, int v, int frame) {
    double[] values =
        people.stream()
            .map(one -> one.perFrame()[u][v])
            .mapToDouble(
                path ->
                    summary == Summary.MEAN
                        ? Arrays.stream(path).average().orElse(Double.NaN)
                        : path[frame])
            .toArray();
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    double sum = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
    return halfWidth(Math.sqrt(sum / (values.length - 1)), values.length);
  }

  private static double overWindows(
      EffectiveConnectivity one, Summary summary, int u, int v, int frame) {
    if (one.spread() == null || one.windows() < 2 || summary == Summary.MEAN) {
      return Double.NaN; // the spread of a mean over frames is not known frame by frame
    }
    double spread = one.spread()[u][v][frame];
    boolean alike = spread <= ROUNDING * Math.abs(one.perFrame()[u][v][frame]);
    return alike ? Double.NaN : halfWidth(spread, one.windows()); // NaN: windows tell nothing
  }

  private static double halfWidth(double sd, int count) {
    return sd / Math.sqrt(count) * new TDistribution(count - 1).inverseCumulativeProbability(0.975);
  }

  private static double[][] shifted(double[][] mean, double[][] half, int sign) {
    double[][] result = new double[mean.length][mean.length];
    for (int u = 0; u < mean.length; u++) {
      for (int v = 0; v < mean.length; v++) {
        result[u][v] = mean[u][v] + sign * half[u][v];
      }
    }
    return result;
  }

  private static double[][] matrix(double[] pairs, int n) {
    double[][] result = new double[n][n];
    for (int u = 0, k = 0; u < n; u++) {
      for (int v = 0; v < n; v++) {
        result[u][v] = u == v ? Double.NaN : pairs[k++];
      }
    }
    return result;
  }
}
