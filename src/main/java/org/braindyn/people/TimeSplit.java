package org.braindyn.people;

import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.models.ModelFit;
import org.braindyn.signal.WindowSet;

/**
 * One recording split by time: the first part trains, the next chooses the epoch, the last tests.
 * What is forecast in one part is never forecast or seen in training; only contexts may reach back.
 *
 * <p>The test reaches at least {@link #AHEAD} frames ahead where the recording allows, also for
 * models trained on fewer: they are fed their own forecasts.
 *
 * @param recording the recording that is learnt from
 * @param division how it was divided, a phrase for the recipe
 * @param train windows to learn from
 * @param validation windows that choose the best epoch
 * @param far the training part with the test's horizon, for the baselines
 * @param farValidation the validation part with the test's horizon
 * @param test windows that no choice has seen
 */
public record TimeSplit(
    RegionSignals recording,
    String division,
    WindowSet train,
    WindowSet validation,
    WindowSet far,
    WindowSet farValidation,
    WindowSet test) {
  /** Frames that a test reaches ahead at least. */
  public static final int AHEAD = 10;

  /** Share of the frames that train; {@code BrainDyn Build Graph} uses the same. */
  public static final double TRAIN = 0.6;

  private static final double VALIDATION = 0.8;

  /** Splits one recording 60 : 20 : 20. */
  public static TimeSplit of(RegionSignals signals, int context, int horizon, int stride) {
    int first = (int) Math.round(TRAIN * signals.frames());
    int second = (int) Math.round(VALIDATION * signals.frames());
    check(signals, first, second - first, signals.frames() - second, context, horizon);
    int ahead = ahead(horizon, first - context, signals.frames() - second, second - first);
    return new TimeSplit(
        signals,
        "by time: the first 60 % train, the next 20 % choose the epoch, the last 20 % test",
        windows(signals, 0, first, context, horizon, stride),
        windows(signals, first - context, second, context, horizon, 1),
        windows(signals, 0, first, context, ahead, stride),
        windows(signals, first - context, second, context, ahead, 1),
        windows(signals, second - context, signals.frames(), context, ahead, 1).toTest());
  }

  /**
   * Trains on the first 80 % of one recording, chooses on its rest, tests on another recording.
   *
   * @param other the other recording; null to split the one 60 : 20 : 20
   */
  public static TimeSplit of(
      RegionSignals signals, RegionSignals other, int context, int horizon, int stride) {
    if (other == null) {
      return of(signals, context, horizon, stride);
    }
    if (Arrays.deepEquals(other.values(), signals.values())) {
      throw new BadInput(
          "test="
              + other.source()
              + " is the recording that is trained on, so its errors would say nothing. Choose"
              + " another recording, or none: then the last fifth of this one is kept for the test.");
    }
    checkAlike(signals, other);
    int end = (int) Math.round(VALIDATION * signals.frames());
    check(signals, end, signals.frames() - end, horizon, context, horizon);
    int ahead = ahead(horizon, end - context, signals.frames() - end, other.frames() - context);
    return new TimeSplit(
        signals,
        "by time: the first 80 % train, the rest chooses the epoch, another recording tests",
        windows(signals, 0, end, context, horizon, stride),
        windows(signals, end - context, signals.frames(), context, horizon, 1),
        windows(signals, 0, end, context, ahead, stride),
        windows(signals, end - context, signals.frames(), context, ahead, 1),
        WindowSet.of(List.of(other), context, ahead, 1).toTest());
  }

  /** A test in other units of time or on other regions would be a number without meaning. */
  private static void checkAlike(RegionSignals signals, RegionSignals other) {
    try {
      ModelFit.checkSampling(
          signals.size(), signals.regions(), signals.interval(), other, "The model");
      ModelFit.checkComplete(other);
    } catch (BadInput e) {
      throw new BadInput(
          "test="
              + other.source()
              + " cannot test a model of "
              + signals.source()
              + ". "
              + e.getMessage(),
          e);
    }
  }

  /** What a model learns from. */
  TrainingSplit learning() {
    return TrainingSplit.ofRecording(recording, train, validation, division);
  }

  /** The same with the test's horizon, for the baselines. */
  TrainingSplit farLearning() {
    return TrainingSplit.ofRecording(recording, far, farValidation, division);
  }

  private static int ahead(int horizon, int... frames) {
    int most = AHEAD;
    for (int available : frames) {
      most = Math.min(most, available);
    }
    return Math.max(horizon, most);
  }

  private static void check(
      RegionSignals signals, int train, int validation, int test, int context, int horizon) {
    if (train < context + horizon || validation < horizon || test < horizon) {
      throw new BadInput(
          String.format(
              "%s has %d frames: %d to train, %d to choose the epoch, %d to test. Training needs"
                  + " context + horizon = %d + %d frames and each other part %d. Choose a shorter"
                  + " context or horizon, or a longer recording.",
              signals.source(),
              signals.frames(),
              train,
              validation,
              test,
              context,
              horizon,
              horizon));
    }
  }

  private static WindowSet windows(
      RegionSignals signals, int from, int to, int context, int horizon, int stride) {
    return WindowSet.of(List.of(signals.frames(from, to)), context, horizon, stride);
  }
}
