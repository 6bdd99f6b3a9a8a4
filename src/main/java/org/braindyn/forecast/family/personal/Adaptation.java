package org.braindyn.forecast.family.personal;

import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.family.DirectModel;
import org.braindyn.forecast.family.DirectSums;
import org.braindyn.forecast.family.GroupSums;
import org.braindyn.forecast.family.LinearFits;
import org.braindyn.forecast.family.sums.RecordingPart;
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;
import org.braindyn.signal.Windows;

/**
 * One person's recording pooled with a group, and whether that helps: the first 60 % are pooled,
 * the next 20 % choose the weight, the last 20 % compare; then all of it is pooled.
 *
 * @param base of the group alone
 * @param sums of the group and all of the recording, with the penalty
 * @param weight how often each of the person's windows counts; 0 if none helped
 * @param group mean squared error of the group's model on the last fifth
 * @param personal that of the pooled model without the last fifth
 * @param alone that of the same regression on the person's own frames only
 * @param errors truth less the pooled model's forecast on the last fifth
 */
public record Adaptation(
    GroupSums base,
    GroupSums sums,
    double weight,
    double group,
    double personal,
    double alone,
    SignalBatch errors) {
  private static final double[] WEIGHTS = {0, 0.25, 0.5, 1, 2, 4, 8};
  private static final double[] RIDGES = {0.16, 0.63, 2.5, 10, 40};
  private static final double POOLED = 0.6;
  private static final double CHOSEN = 0.8;

  /**
   * Where a recording is cut.
   *
   * @param first 60 %, which are pooled to choose
   * @param early 80 %, which are pooled to compare
   * @param choosing 20 % after the first
   * @param testing the last 20 %
   */
  public record Parts(WindowSet first, WindowSet early, WindowSet choosing, WindowSet testing) {
    /** Windows that choose. */
    public Windows choose() {
      return choosing.all();
    }

    /** Windows that compare. */
    public Windows test() {
      return testing.all();
    }

    /**
     * Cuts a recording.
     *
     * @throws BadInput if it is too short
     */
    public static Parts of(WindowSet own) {
      Recording all = own.recordings().get(0);
      int first = (int) Math.round(POOLED * all.frames());
      int second = (int) Math.round(CHOSEN * all.frames());
      int context = own.context();
      int horizon = own.horizon();
      if (first < context + horizon
          || second - first < horizon
          || all.frames() - second < horizon) {
        throw new BadInput(
            String.format(
                "%s has %d frames: %d to pool, %d to choose the weight, %d to compare. The group's"
                    + " model needs context + horizon = %d + %d frames for the first and %d for"
                    + " each other part. Use a longer recording, or the group's model as it is.",
                all.source(),
                all.frames(),
                first,
                second - first,
                all.frames() - second,
                context,
                horizon,
                horizon));
      }
      return new Parts(
          part(own, 0, first),
          part(own, 0, second),
          part(own, first - context, second),
          part(own, second - context, all.frames()));
    }

    private static WindowSet part(WindowSet own, int from, int to) {
      Recording all = own.recordings().get(0);
      return own.of(List.of(new RecordingPart(all, from, to))).withStride(1);
    }
  }

  /** True if the pooled model forecasts the last fifth better than the group's. */
  public boolean helps() {
    return weight > 0 && personal < group;
  }

  /** The pooled model, fitted to the group and all of the recording. */
  public DirectModel model() {
    return fit(sums.sums(), sums.ridge());
  }

  /**
   * Pools.
   *
   * @param group what the group's file keeps
   * @param groups the group's own model
   * @param own windows of one recording, of the group's context and horizon
   * @param weight how often the person's windows count; 0 to choose
   * @throws BadInput if the recording is too short
   */
  public static Adaptation of(
      GroupSums group, Forecaster groups, WindowSet own, double weight, Progress progress) {
    Parts parts = Parts.of(own);
    DirectSums first = DirectSums.of(parts.first(), Progress.NONE);
    double best = weight > 0 ? weight : 0;
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; weight <= 0 && k < WEIGHTS.length; k++) {
      step(progress, k, "Choosing the weight of the own recording");
      DirectModel model = fit(group.sums().plus(first, WEIGHTS[k]), group.ridge());
      double mse = mse(model, parts.choose());
      best = mse < least ? WEIGHTS[k] : best;
      least = Math.min(least, mse);
    }
    double leastAlone = Double.POSITIVE_INFINITY;
    double ridge = RIDGES[0];
    for (double r : RIDGES) {
      double mse = mse(fit(first, r), parts.choose());
      ridge = mse < leastAlone ? r : ridge;
      leastAlone = Math.min(leastAlone, mse);
    }
    step(progress, WEIGHTS.length, "Comparing with the group's model");
    DirectSums early = DirectSums.of(parts.early(), Progress.NONE);
    DirectModel pooled = fit(group.sums().plus(early, best), group.ridge());
    DirectSums all = DirectSums.of(own.withStride(1), Progress.NONE);
    return new Adaptation(
        group,
        new GroupSums(group.sums().plus(all, best), group.ridge()),
        best,
        mse(groups, parts.test()),
        mse(pooled, parts.test()),
        mse(fit(early, ridge), parts.test()),
        errors(pooled, parts.test()));
  }

  private static void step(Progress progress, int k, String what) {
    Cancelled.check(progress, "Adapting");
    progress.report(k / (WEIGHTS.length + 1.0), what);
  }

  private static DirectModel fit(DirectSums sums, double ridge) {
    return DirectModel.fit(sums, ridge, LinearFits.OWN_SHARE);
  }

  private static double mse(Forecaster model, Windows windows) {
    return Arrays.stream(errors(model, windows).values()).map(e -> e * e).average().orElse(0);
  }

  /** The pooled model fitted to some of the person's windows, with the weight that was chosen. */
  public DirectModel fitted(WindowSet windows) {
    return fit(base.sums().plus(DirectSums.of(windows, Progress.NONE), weight), sums.ridge());
  }

  /** Truth less forecast, in context standard deviations. */
  public static SignalBatch errors(Forecaster model, Windows windows) {
    SignalBatch errors = windows.target().copy();
    double[] forecast = model.forecast(windows.context(), errors.steps(), Progress.NONE).values();
    for (int i = 0; i < forecast.length; i++) {
      errors.values()[i] -= forecast[i];
    }
    return errors;
  }
}
