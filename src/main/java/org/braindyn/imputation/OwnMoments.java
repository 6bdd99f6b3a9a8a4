package org.braindyn.imputation;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.kernel.linalg.Matrix;

/**
 * A recording's own lagged covariances where values are missing, shrunk to a group's with weight
 * {@code n / (n + prior)}, n being the frames seen.
 *
 * <p>Expectation and maximisation (Shumway and Stoffer 1982): missing values are replaced by what
 * the smoother expects of them and their products by expected products. Means over the pairs that
 * happen to be seen are no substitute: each entry would come from other frames, and a regression on
 * entries that do not belong together loses more than the recording's own moments gain.
 */
public final class OwnMoments {
  private static final int ENOUGH = 2; // frames per region for a covariance that is not shrunk
  private static final double DAMPED = 0.7;
  private static final int LONG_GAP = 10; // frames

  private OwnMoments() {}

  /**
   * Estimates.
   *
   * @param z z-scored signals, [region][time]
   * @param seen [region][time], true where a value is known
   * @param group what is shrunk to; null for the recording's own featureless likeness
   * @param settings order, noise, ridge, prior frames and rounds
   */
  public static LagMoments of(
      double[][] z,
      boolean[][] seen,
      LagMoments group,
      KalmanSettings settings,
      Progress progress) {
    LagMoments.PairSums pairs = new LagMoments.PairSums(z.length, settings.order());
    pairs.add(z, seen);
    LagMoments seenPairs = pairs.moments(Double.NaN);
    LagMoments target = group == null ? seenPairs.featureless() : group;
    double prior = group == null ? z.length : settings.priorFrames();
    double weight = seenPairs.frames() / (seenPairs.frames() + prior);
    boolean[] whole = wholeFrames(seen);
    int count = 0;
    for (boolean frame : whole) {
      count += frame ? 1 : 0;
    }
    LagMoments present = target;
    int rounds = settings.rounds();
    if (count > z.length) {
      // Frames that are seen whole need no guessing; where they are most, one round is enough.
      present = of(z, whole, settings).shrunk(target, count / (count + prior));
      rounds = 2 * count >= whole.length ? 1 : rounds;
      if (longGapsAlone(seen, whole)) {
        // Nothing is seen in part and few neighbours in time are lost: a round would add expected
        // products of empty frames alone, which are this estimate's own, and so weaken what was
        // seen. Short bursts lose so many neighbours that a round pays.
        return present;
      }
    }
    for (int r = 0; r < rounds; r++) {
      Cancelled.check(progress, "Estimating covariances");
      Progress part = progress.part(r / (double) rounds, (r + 1.0) / rounds);
      LagMoments own = expected(z, seen, present, settings, part);
      present = own.shrunk(target, weight);
    }
    return present;
  }

  /**
   * Correlation of a recording of which whole frames are seen: expected products under its own
   * covariance, not shrunk to anything, since what is wanted is this recording's matrix. The lagged
   * covariance, which only says how much neighbours in time tell, is damped.
   *
   * @return null if fewer than two frames per region are seen whole
   */
  static double[][] connectivity(
      double[][] z, boolean[][] seen, KalmanSettings settings, Progress progress) {
    boolean[] whole = wholeFrames(seen);
    int count = 0;
    for (boolean frame : whole) {
      count += frame ? 1 : 0;
    }
    if (count < ENOUGH * z.length) {
      return null;
    }
    KalmanSettings one = settings.withOrder(1);
    List<Matrix> own = of(z, whole, one).lags();
    Matrix damped = own.get(1).copy();
    for (int i = 0; i < damped.values().length; i++) {
      damped.values()[i] *= DAMPED;
    }
    LagMoments moments = new LagMoments(List.of(own.get(0), damped), Double.NaN, count);
    StateSpace model = StateSpace.of(moments, 1, one.ridge());
    return new KalmanSmoother(model, one.noise()).fill(z, seen, true, progress).connectivity();
  }

  /** True if every frame that is not seen whole is empty and lies in a gap of many such. */
  private static boolean longGapsAlone(boolean[][] seen, boolean[] whole) {
    int gap = 0;
    for (int t = 0; t <= whole.length; t++) {
      if (t < whole.length && !whole[t]) {
        for (boolean[] row : seen) {
          if (row[t]) {
            return false;
          }
        }
        gap++;
      } else {
        if (gap > 0 && gap < LONG_GAP) {
          return false;
        }
        gap = 0;
      }
    }
    return true;
  }

  private static boolean[] wholeFrames(boolean[][] seen) {
    boolean[] whole = new boolean[seen[0].length];
    for (int t = 0; t < whole.length; t++) {
      whole[t] = true;
      for (boolean[] row : seen) {
        whole[t] &= row[t];
      }
    }
    return whole;
  }

  /** Moments of some frames alone. */
  private static LagMoments of(double[][] z, boolean[] frames, KalmanSettings settings) {
    boolean[][] seen = new boolean[z.length][];
    java.util.Arrays.fill(seen, frames);
    double[][] values = new double[z.length][];
    for (int n = 0; n < z.length; n++) {
      values[n] = z[n].clone();
      for (int t = 0; t < frames.length; t++) {
        values[n][t] = frames[t] ? z[n][t] : 0;
      }
    }
    LagMoments.PairSums sums = new LagMoments.PairSums(z.length, settings.order());
    sums.add(values, seen);
    return sums.moments(Double.NaN);
  }

  private static LagMoments expected(
      double[][] z,
      boolean[][] seen,
      LagMoments present,
      KalmanSettings settings,
      Progress progress) {
    StateSpace model = StateSpace.of(present, settings.order(), settings.ridge());
    KalmanSmoother smoother = new KalmanSmoother(model, settings.noise());
    double[][] filled = smoother.fill(z, seen, true, progress).mean();
    List<Matrix> lags = new ArrayList<>();
    for (int l = 0; l <= settings.order(); l++) {
      Matrix sum = smoother.moments().sum(l).copy();
      LagMoments.addLagged(filled, l, sum);
      for (int i = 0; i < sum.values().length; i++) {
        sum.values()[i] /= filled[0].length - l;
      }
      lags.add(sum);
    }
    return new LagMoments(lags, Double.NaN, filled[0].length);
  }
}
