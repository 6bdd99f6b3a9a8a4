package org.braindyn.masked.network;

import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;

/** How recordings [region, time] are scaled before they are cut into windows. */
public final class Scaling {
  /** Samples of each recording that the released toolkit pools. */
  private static final int POOLED = 200;

  /** Ways of scaling. */
  public enum Kind {
    /** Less mean and pooled median, over the pooled interquartile range of the region. */
    ROBUST,
    /** As the released toolkit does: less mean, less median over range (its slip of precedence). */
    RELEASED,
    /** Less mean, over standard deviation, per region and recording. */
    Z_SCORE,
    /**
     * Everything from 0 to 1 over all recordings and regions: the input of the released tutorial.
     */
    ALL,
    /** As it is. */
    NONE
  }

  private final Kind kind;
  private final double[] median;
  private final double[] range;
  private final double least;
  private final double most;

  private Scaling(Kind kind, double[] median, double[] range, double least, double most) {
    this.kind = kind;
    this.median = median;
    this.range = range;
    this.least = least;
    this.most = most;
  }

  /**
   * Learns what a way of scaling needs.
   *
   * @param kind which way
   * @param recordings of the training people, each [region][time]
   * @throws BadInput if the regions differ, or a region's range is 0
   */
  public static Scaling fit(Kind kind, List<double[][]> recordings) {
    int regions = recordings.get(0).length;
    double[] median = new double[regions];
    double[] range = new double[regions];
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double[][] recording : recordings) {
      if (recording.length != regions) {
        throw new BadInput(
            "One recording has " + recording.length + " regions, another " + regions + ".");
      }
      for (double[] x : recording) {
        least = Math.min(least, Arrays.stream(x).min().orElse(least));
        most = Math.max(most, Arrays.stream(x).max().orElse(most));
      }
    }
    boolean pooled = kind == Kind.ROBUST || kind == Kind.RELEASED;
    for (int n = 0; pooled && n < regions; n++) {
      double[] values = pool(recordings, n);
      median[n] = quantile(values, 0.5);
      double[] others = Arrays.stream(values).filter(v -> v != 0).toArray();
      range[n] = others.length == 0 ? 0 : quantile(others, 0.75) - quantile(others, 0.25);
      if (!(range[n] > 0)) {
        throw new BadInput(
            String.format(
                "Region %d (counted from 0) does not vary in the training recordings: its"
                    + " interquartile range is %s. Leave it out.",
                n, range[n]));
      }
    }
    return new Scaling(kind, median, range, least, most);
  }

  private static double[] pool(List<double[][]> recordings, int region) {
    return recordings.stream()
        .flatMapToDouble(
            r -> Arrays.stream(centred(r[region]), 0, Math.min(POOLED, r[region].length)))
        .sorted()
        .toArray();
  }

  private static double[] centred(double[] x) {
    double mean = Arrays.stream(x).sum() / x.length;
    return Arrays.stream(x).map(v -> v - mean).toArray();
  }

  /** Linear between the values around it, as NumPy has it; sorted values. */
  private static double quantile(double[] sorted, double q) {
    double at = q * (sorted.length - 1);
    int below = (int) Math.floor(at);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  /** Which way. */
  public Kind kind() {
    return kind;
  }

  /** Pooled median of each region; zeros where the way needs none. */
  public double[] median() {
    return median.clone();
  }

  /** Pooled interquartile range of each region; zeros where the way needs none. */
  public double[] range() {
    return range.clone();
  }

  /**
   * A scaled copy of a recording [region][time].
   *
   * @throws BadInput if a region is constant and z-scores are asked for
   */
  public double[][] apply(double[][] recording) {
    double[][] scaled = new double[recording.length][];
    for (int n = 0; n < recording.length; n++) {
      int region = n;
      double[] x = kind == Kind.NONE || kind == Kind.ALL ? recording[n] : centred(recording[n]);
      double factor = kind == Kind.Z_SCORE ? 1 / deviation(x, n) : 1;
      scaled[n] =
          Arrays.stream(x)
              .map(
                  v ->
                      switch (kind) {
                        case ROBUST -> (v - median[region]) / range[region];
                        case RELEASED -> v - median[region] / range[region];
                        case ALL -> (v - least) / (most - least);
                        default -> v * factor;
                      })
              .toArray();
    }
    return scaled;
  }

  private static double deviation(double[] centred, int region) {
    double sum = Arrays.stream(centred).map(v -> v * v).sum();
    double deviation = Math.sqrt(sum / centred.length);
    if (!(deviation > 0)) {
      throw new BadInput(
          "Region "
              + region
              + " (counted from 0) is constant or not finite, so it has no z-score. Leave it out.");
    }
    return deviation;
  }
}
