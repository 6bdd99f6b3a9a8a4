package org.braindyn.imputation;

import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.kernel.linalg.Matrix;

/** Runs one method on z-scored signals, also on values hidden on purpose. */
final class Bars {
  private static final double PRIOR = 200; // frames the group counts for in a personal covariance
  private static final int ROUNDS = 4;

  private final FillMethod method;
  private final KalmanSettings kalman;
  private final LagMoments group;
  private final FillGaps.Refinement refinement;
  private final double interval;

  /**
   * @param method not {@link FillMethod#AUTO}
   * @param group moments at the recording's interval; null if there is none
   * @param refinement what {@link FillMethod#MODEL} asks; null for the others
   * @param interval time between frames in s, which it is told
   */
  Bars(
      FillMethod method,
      KalmanSettings kalman,
      LagMoments group,
      FillGaps.Refinement refinement,
      double interval) {
    this.method = method;
    this.kalman = kalman;
    this.group = group;
    this.refinement = refinement;
    this.interval = interval;
  }

  Estimate fill(double[][] z, boolean[][] seen, Progress progress) {
    return switch (method) {
      case OWN_AND_GROUP -> own(z, seen, group, progress);
      case MODEL -> refined(z, seen, progress);
      case OWN -> own(z, seen, null, progress);
      case GROUP -> smooth(group, z, seen, progress);
      case VISIBLE_REGIONS -> spatial().fill(z, seen, progress);
      case PERSONAL_COVARIANCE ->
          spatial().personal(z, seen, PRIOR, ROUNDS).fill(z, seen, progress);
      case INTERPOLATION -> TimeInterpolation.fill(z, seen);
      case MEAN -> new SpatialRidge(Matrix.identity(z.length), 1).fill(z, seen, progress);
      case AUTO -> throw new IllegalArgumentException("the method must be chosen first");
    };
  }

  private Estimate refined(double[][] z, boolean[][] seen, Progress progress) {
    Estimate linear = own(z, seen, group, progress.part(0, 0.7));
    Progress rest = progress.part(0.7, 1);
    double[][] mean = refinement.refine(z, seen, linear, interval, rest);
    return new Estimate(mean, linear.variance(), linear.posterior());
  }

  private Estimate own(double[][] z, boolean[][] seen, LagMoments target, Progress progress) {
    double share = kalman.rounds() / (kalman.rounds() + 1.0);
    LagMoments moments = OwnMoments.of(z, seen, target, kalman, progress.part(0, share));
    return smooth(moments, z, seen, progress.part(share, 1));
  }

  private Estimate smooth(LagMoments moments, double[][] z, boolean[][] seen, Progress progress) {
    StateSpace model = StateSpace.of(moments, kalman.order(), kalman.ridge());
    return new KalmanSmoother(model, kalman.noise()).fill(z, seen, true, progress);
  }

  private SpatialRidge spatial() {
    return new SpatialRidge(group.lags().get(0), kalman.noise());
  }

  /**
   * Fills what is hidden on purpose in the shapes that are missing anyway.
   *
   * @return null if nothing can be hidden
   */
  Trial trial(double[][] z, boolean[][] seen, Seed seed, Progress progress) {
    boolean[][] hidden = Missing.onPurpose(seen, seed);
    if (Missing.count(hidden) == 0) {
      return null;
    }
    boolean[][] left = new boolean[seen.length][seen[0].length];
    for (int n = 0; n < left.length; n++) {
      for (int t = 0; t < left[n].length; t++) {
        left[n][t] = seen[n][t] && !hidden[n][t];
      }
    }
    // Mean and scale must not know what is hidden either.
    Scaling known = Scaling.of(z, left);
    Estimate estimate = fill(known.scaled(z, left), left, progress).unscaled(known);
    return new Trial(z, left, hidden, estimate);
  }

  /**
   * Values whose truth is known and that were filled without it.
   *
   * @param truth z-scores, [region][time]
   * @param left what was left to see
   * @param hidden what was hidden on purpose
   * @param estimate what the method said
   */
  record Trial(double[][] truth, boolean[][] left, boolean[][] hidden, Estimate estimate) {
    FillScore score() {
      return FillScore.of(truth, left, hidden, estimate, TimeInterpolation.fill(truth, left));
    }

    /** The same with every half of the hidden values scaled by what the other half says. */
    Trial scaled(double prior) {
      int middle = middle();
      DeviationScales early = scales(middle, truth[0].length, prior);
      DeviationScales late = scales(0, middle, prior);
      double[][] one = early.of(estimate).mean();
      double[][] other = late.of(estimate).mean();
      for (int n = 0; n < one.length; n++) {
        System.arraycopy(other[n], middle, one[n], middle, one[n].length - middle);
      }
      return new Trial(truth, left, hidden, new Estimate(one, estimate.variance()));
    }

    /** Factors from all hidden values. */
    DeviationScales scales(double prior) {
      return scales(0, truth[0].length, prior);
    }

    private DeviationScales scales(int from, int to, double prior) {
      DeviationScales.Learner learner = new DeviationScales.Learner();
      for (int t = from; t < to; t++) {
        learner.nextFrame();
        for (int n = 0; n < truth.length; n++) {
          if (hidden[n][t]) {
            double deviation = Math.sqrt(Math.max(0, estimate.variance()[n][t]));
            learner.add(truth[n][t], estimate.mean()[n][t], deviation);
          }
        }
      }
      return learner.scales(prior, DeviationScales.NONE);
    }

    /** Frames in which anything is hidden. */
    int frames() {
      int count = 0;
      for (int t = 0; t < hidden[0].length; t++) {
        boolean any = false;
        for (boolean[] row : hidden) {
          any |= row[t];
        }
        count += any ? 1 : 0;
      }
      return count;
    }

    /** The frame before which half of the hidden values lie. */
    private int middle() {
      long half = Missing.count(hidden) / 2;
      int t = 0;
      for (long before = 0; before < half; t++) {
        for (boolean[] row : hidden) {
          before += row[t] ? 1 : 0;
        }
      }
      return t;
    }
  }
}
