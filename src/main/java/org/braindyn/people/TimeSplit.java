package org.braindyn.people;

import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.models.ModelFit;
import org.braindyn.signal.ContextFloor;
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

  /**
   * Where a recording is divided.
   *
   * @param learn frames to learn from, from the start
   * @param end end of the frames after them that choose the epoch
   * @param division how that is told in the recipe; empty to count frames
   */
  public record Parts(int learn, int end, String division) {
    /** 60 : 20, the last 20 % of the same recording test. */
    public static Parts usual(int frames) {
      return new Parts(
          (int) Math.round(TRAIN * frames),
          (int) Math.round(VALIDATION * frames),
          "by time: the first 60 % train, the next 20 % choose the epoch, the last 20 % test");
    }

    /** 80 : 20, another recording tests. */
    public static Parts whole(int frames) {
      return new Parts(
          (int) Math.round(VALIDATION * frames),
          frames,
          "by time: the first 80 % train, the rest chooses the epoch, another recording tests");
    }

    /** The same, told as one of these where it is the same. */
    public Parts like(Parts... known) {
      for (Parts other : known) {
        if (other.learn == learn && other.end == end) {
          return other;
        }
      }
      String counted = "by time: the first %d frames train, the next %d choose the epoch";
      return new Parts(learn, end, String.format(counted, learn, end - learn));
    }
  }

  /**
   * What tests.
   *
   * @param recording the same recording, or another one
   * @param from first frame that is forecast, if there are enough before it for a context
   */
  public record Tested(RegionSignals recording, int from) {}

  /**
   * How windows are cut.
   *
   * @param context samples a model sees
   * @param horizon samples it forecasts at once
   * @param stride samples from window to window, in the part that trains
   */
  public record Shape(int context, int horizon, int stride) {}

  /** Splits one recording 60 : 20 : 20. */
  public static TimeSplit of(RegionSignals signals, int context, int horizon, int stride) {
    Parts parts = Parts.usual(signals.frames());
    Shape shape = new Shape(context, horizon, stride);
    return of(signals, parts, new Tested(signals, parts.end()), shape);
  }

  /**
   * Splits a recording where it is said.
   *
   * @param test frames after these parts, or another recording
   * @throws BadInput if a part is too short for windows of this shape
   */
  public static TimeSplit of(RegionSignals signals, Parts parts, Tested test, Shape shape) {
    if (test.recording() != signals) {
      checkAlike(signals, test.recording());
    }
    int context = shape.context();
    int horizon = shape.horizon();
    int learn = parts.learn();
    int chooses = parts.end() - learn;
    int from = Math.max(test.from(), context);
    int tests = test.recording().frames() - from;
    if (test.recording() != signals && tests < horizon) {
      throw new BadInput(
          String.format(
              "test=%s has %d frames, but a test needs context + horizon = %d + %d. Use a longer"
                  + " recording.",
              test.recording().source(), test.recording().frames(), context, horizon));
    }
    check(signals, learn, chooses, tests, context, horizon);
    int ahead = ahead(horizon, learn - context, chooses, tests);
    int end = parts.end();
    WindowSet train =
        ContextFloor.applied(windows(signals, 0, learn, context, horizon, shape.stride()));
    double floor = train.shape().floor();
    return new TimeSplit(
        signals,
        parts.division(),
        train,
        windows(signals, learn - context, end, context, horizon, 1).withFloor(floor),
        windows(signals, 0, learn, context, ahead, shape.stride()).withFloor(floor),
        windows(signals, learn - context, end, context, ahead, 1).withFloor(floor),
        windows(test.recording(), from - context, test.recording().frames(), context, ahead, 1)
            .withFloor(floor)
            .toTest());
  }

  /** Learns from the parts; whatever tests is not looked at. */
  public static TrainingSplit learning(RegionSignals signals, Parts parts, Shape shape) {
    int context = shape.context();
    int horizon = shape.horizon();
    check(signals, parts.learn(), parts.end() - parts.learn(), horizon, context, horizon);
    WindowSet train =
        ContextFloor.applied(windows(signals, 0, parts.learn(), context, horizon, shape.stride()));
    return TrainingSplit.ofRecording(
        signals,
        train,
        windows(signals, parts.learn() - context, parts.end(), context, horizon, 1)
            .withFloor(train.shape().floor()),
        parts.division());
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
    Parts parts = Parts.whole(signals.frames());
    return of(signals, parts, new Tested(other, context), new Shape(context, horizon, stride));
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
