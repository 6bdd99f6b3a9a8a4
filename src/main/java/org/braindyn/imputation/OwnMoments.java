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
    LagMoments present = start(z, seen, target, settings, prior);
    for (int r = 0; r < settings.rounds(); r++) {
      Cancelled.check(progress, "Estimating covariances");
      Progress part = progress.part(r / (double) settings.rounds(), (r + 1.0) / settings.rounds());
      LagMoments own = expected(z, seen, present, settings, part);
      present = own.shrunk(target, weight);
    }
    return present;
  }

  /** Frames that are seen whole, if there are more than regions; they need no guessing. */
  private static LagMoments start(
      double[][] z, boolean[][] seen, LagMoments target, KalmanSettings settings, double prior) {
    boolean[] whole = new boolean[z[0].length];
    int count = 0;
    for (int t = 0; t < whole.length; t++) {
      whole[t] = true;
      for (boolean[] row : seen) {
        whole[t] &= row[t];
      }
      count += whole[t] ? 1 : 0;
    }
    if (count <= z.length) {
      return target;
    }
    boolean[][] frames = new boolean[z.length][];
    java.util.Arrays.fill(frames, whole);
    double[][] values = new double[z.length][];
    for (int n = 0; n < z.length; n++) {
      values[n] = z[n].clone();
      for (int t = 0; t < whole.length; t++) {
        values[n][t] = whole[t] ? z[n][t] : 0;
      }
    }
    LagMoments.PairSums sums = new LagMoments.PairSums(z.length, settings.order());
    sums.add(values, frames);
    return sums.moments(Double.NaN).shrunk(target, count / (count + prior));
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
