package org.braindyn.imputation;

import org.braindyn.data.Progress;
import org.braindyn.kernel.linalg.Matrix;

/** Runs one method on z-scored signals. */
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
}
