package org.braindyn.imputation;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.Products;

/**
 * Covariances of z-scored regions at lags 0, 1, 2, ...: all that a Gaussian autoregression knows.
 *
 * @param lags lag l: [i][j] = mean of {@code x_i(t) x_j(t - l)}, N x N
 * @param interval time between frames in s, NaN if unknown
 * @param frames number of frames behind it
 */
public record LagMoments(List<Matrix> lags, double interval, double frames) {
  /** Largest share by which two sampling intervals may differ and count as the same. */
  private static final double SAME_INTERVAL = 0.01;

  /** Checks shapes. */
  public LagMoments {
    lags = List.copyOf(lags);
    if (lags.isEmpty()) {
      throw new BadInput("Moments need at least the covariance at lag 0.");
    }
  }

  /**
   * Pools recordings of several people, each z-scored by itself over what it shows.
   *
   * @param recordings of the same regions and interval; NaN where a value is missing
   * @param highest largest lag in frames, 0 or more; 2 suffices at the group's own interval, more
   *     are needed to fill recordings that are sampled more slowly, see {@link #at}
   * @throws BadInput if the recordings differ in regions or interval, or are too short
   */
  public static LagMoments pooled(List<RegionSignals> recordings, int highest) {
    if (recordings.isEmpty()) {
      throw new BadInput("A group needs at least one recording. None was given.");
    }
    RegionSignals first = recordings.get(0);
    PairSums sums = new PairSums(first.size(), highest);
    for (RegionSignals recording : recordings) {
      check(first, recording, highest);
      boolean[][] seen = Missing.seen(recording, null);
      sums.add(Scaling.of(recording.values(), seen).scaled(recording.values(), seen), seen);
    }
    return sums.moments(first.interval());
  }

  /**
   * Moments of stretches that are z-scored already and have nothing missing.
   *
   * @param stretches each [region][time], longer than the largest lag; pairs do not cross them
   * @param highest largest lag in frames
   */
  public static LagMoments ofScaled(List<double[][]> stretches, int highest) {
    PairSums sums = new PairSums(stretches.get(0).length, highest);
    for (double[][] z : stretches) {
      boolean[][] seen = new boolean[z.length][z[0].length];
      for (boolean[] row : seen) {
        java.util.Arrays.fill(row, true);
      }
      sums.add(z, seen);
    }
    return sums.moments(Double.NaN);
  }

  private static void check(RegionSignals first, RegionSignals other, int highest) {
    if (!other.regions().names().equals(first.regions().names())) {
      throw new BadInput(
          String.format(
              "%s has other regions than %s (%s and %s). A group needs the same parcellation"
                  + " throughout.",
              other.source(),
              first.source(),
              other.regions().summary(),
              first.regions().summary()));
    }
    if (different(first.interval(), other.interval())) {
      throw new BadInput(
          String.format(
              "%s has a frame every %s s, %s every %s s. Resample them to one interval first.",
              other.source(), other.interval(), first.source(), first.interval()));
    }
    if (other.frames() <= highest + 1) {
      throw new BadInput(
          String.format(
              "%s has %d frames; lag %d needs more than %d.",
              other.source(), other.frames(), highest, highest + 1));
    }
  }

  private static boolean different(double a, double b) {
    return Math.abs(a - b) > SAME_INTERVAL * Math.max(a, b); // false where one is unknown
  }

  /** Number of regions. */
  public int regions() {
    return lags.get(0).rows();
  }

  /** Largest lag in frames. */
  public int highest() {
    return lags.size() - 1;
  }

  /**
   * The same moments for frames that come at another interval: between two lags, straight lines
   * between their covariances.
   *
   * @param other interval in s; NaN for this group's own
   * @param most largest lag wanted, in frames of the other interval
   * @throws BadInput if the lag lies beyond the largest that is known
   */
  public LagMoments at(double other, int most) {
    boolean same = Double.isNaN(other) || Double.isNaN(interval) || !different(interval, other);
    double step = same ? 1 : other / interval;
    if (most * step > highest() + 1e-9) {
      throw new BadInput(
          String.format(
              "Frames every %s s need the group's covariance %.1f frames apart, but it is known up"
                  + " to %d. Make the group's moments with more lags (%d), or resample.",
              other, most * step, highest(), (int) Math.ceil(most * step)));
    }
    List<Matrix> result = new ArrayList<>();
    for (int l = 0; l <= most; l++) {
      int below = (int) Math.min(highest(), Math.floor(l * step + 1e-9));
      double share = Math.max(0, l * step - below);
      result.add(
          share < 1e-6
              ? lags.get(below)
              : mixed(lags.get(below), 1 - share, lags.get(below + 1), share));
    }
    return new LagMoments(result, same ? interval : other, frames);
  }

  /**
   * Shrinks these moments towards others.
   *
   * @param other what they are shrunk to, with at least as many lags
   * @param weight share of these, 0 to 1
   */
  public LagMoments shrunk(LagMoments other, double weight) {
    List<Matrix> result = new ArrayList<>();
    for (int l = 0; l < lags.size(); l++) {
      result.add(mixed(lags.get(l), weight, other.lags.get(l), 1 - weight));
    }
    return new LagMoments(result, interval, frames);
  }

  /**
   * A plain stand-in where there is no group: all pairs of regions correlate alike and the
   * correlation fades with the lag as the mean region's own does.
   */
  LagMoments featureless() {
    int n = regions();
    double sum = 0;
    for (double value : lags.get(0).values()) {
      sum += value;
    }
    double diagonal = Math.max(1e-6, Blocks.meanDiagonal(lags.get(0)));
    double common = n < 2 ? 0 : (sum - n * diagonal) / (n * (n - 1.0)) / diagonal;
    common = Math.max(0, Math.min(0.95, common));
    List<Matrix> result = new ArrayList<>();
    for (Matrix lag : lags) {
      double fade = Blocks.meanDiagonal(lag) / diagonal;
      Matrix plain = new Matrix(n, n);
      java.util.Arrays.fill(plain.values(), common * fade);
      plain.addToDiagonal((1 - common) * fade);
      result.add(plain);
    }
    return new LagMoments(result, interval, frames);
  }

  private static Matrix mixed(Matrix a, double share, Matrix b, double other) {
    Matrix result = new Matrix(a.rows(), a.columns());
    for (int i = 0; i < result.values().length; i++) {
      result.values()[i] = share * a.values()[i] + other * b.values()[i];
    }
    return result;
  }

  /** Sums over all pairs of values that are both seen. */
  static final class PairSums {
    private final List<Matrix> sums = new ArrayList<>();
    private final List<Matrix> counts = new ArrayList<>();
    private double frames;

    PairSums(int regions, int highest) {
      for (int l = 0; l <= highest; l++) {
        sums.add(new Matrix(regions, regions));
        counts.add(new Matrix(regions, regions));
      }
    }

    /** Adds z-scores, 0 where nothing is seen. */
    void add(double[][] z, boolean[][] seen) {
      double[][] one = new double[z.length][z[0].length];
      for (int n = 0; n < one.length; n++) {
        for (int t = 0; t < one[n].length; t++) {
          one[n][t] = seen[n][t] ? 1 : 0;
          frames += one[n][t] / one.length;
        }
      }
      for (int l = 0; l < sums.size(); l++) {
        addLagged(z, l, sums.get(l));
        addLagged(one, l, counts.get(l));
      }
    }

    /** Means over the pairs; 0 for regions that are never seen together, 1 on their diagonal. */
    LagMoments moments(double interval) {
      List<Matrix> result = new ArrayList<>();
      for (int l = 0; l < sums.size(); l++) {
        Matrix mean = sums.get(l).copy();
        for (int i = 0; i < mean.values().length; i++) {
          double count = counts.get(l).values()[i];
          boolean diagonal = l == 0 && i % (mean.columns() + 1) == 0;
          mean.values()[i] = count > 0 ? mean.values()[i] / count : diagonal ? 1 : 0;
        }
        result.add(mean);
      }
      return new LagMoments(result, interval, frames);
    }
  }

  /** Adds the sum over time of {@code x(t) x(t - lag)'}. */
  static void addLagged(double[][] x, int lag, Matrix sum) {
    int frames = x[0].length - lag;
    Matrix all = Matrix.of(x);
    Matrix late = Blocks.part(all, 0, lag, x.length, frames);
    Matrix early = lag == 0 ? late : Blocks.part(all, 0, 0, x.length, frames);
    Products.multiply(false, true, 1, late, early, 1, sum);
  }
}
