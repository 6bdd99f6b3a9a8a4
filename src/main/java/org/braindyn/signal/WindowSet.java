package org.braindyn.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.SignalBatch;

/**
 * All windows of a set of recordings, cut when they are asked for, so that a large data set never
 * has to stand in memory. Windows are numbered by recording, then by time. Recordings may differ in
 * length; one that is shorter than a window is refused.
 */
public final class WindowSet {
  private final List<Recording> recordings;
  private final int context;
  private final int horizon;
  private final int stride;
  private final double floor;
  private final int[] firstWindow;
  private final boolean measured; // only windows whose targets were measured
  private final int[] kept; // numbers of the windows that are left; null if all are

  /**
   * @param recordings runs with the same regions
   * @param context samples that a forecaster sees, 2 or more
   * @param horizon samples to forecast, 1 or more
   * @param stride samples from one window's start to the next, 1 or more
   */
  public WindowSet(List<Recording> recordings, int context, int horizon, int stride) {
    this(recordings, context, horizon, stride, ContextNormalisation.FLOOR, false);
  }

  private WindowSet(
      List<Recording> recordings,
      int context,
      int horizon,
      int stride,
      double floor,
      boolean measured) {
    atLeast("context", context, 2);
    atLeast("horizon", horizon, 1);
    atLeast("stride", stride, 1);
    if (recordings.isEmpty()) {
      throw new BadInput("There is no recording to cut windows from. Give at least one.");
    }
    this.recordings = List.copyOf(recordings);
    this.context = context;
    this.horizon = horizon;
    this.stride = stride;
    this.floor = floor;
    firstWindow = new int[recordings.size() + 1];
    for (int r = 0; r < recordings.size(); r++) {
      firstWindow[r + 1] = Math.addExact(firstWindow[r], count(recordings.get(r)));
    }
    this.measured = measured;
    kept = measured ? measured() : null;
  }

  private int[] measured() {
    int[] left =
        IntStream.range(0, firstWindow[recordings.size()]).filter(this::measured).toArray();
    if (left.length == 0) {
      throw new BadInput(
          recordings.get(0).source()
              + (recordings.size() > 1 ? " and the others" : "")
              + ": every window to test on holds filled values, and an estimate is no truth to test"
              + " on. Test on another recording, shorten the horizon, or leave regions out that"
              + " were filled as a whole.");
    }
    return left.length == firstWindow[recordings.size()] ? null : left;
  }

  // The last frame of the context too: filled, it would tell of the frames after it.
  private boolean measured(int window) {
    int r = recordingAt(window);
    int target = (window - firstWindow[r]) * stride + context;
    return !recordings.get(r).filledWithin(target - 1, target + horizon);
  }

  /** Windows of recordings held in memory. */
  public static WindowSet of(List<RegionSignals> recordings, int context, int horizon, int stride) {
    return new WindowSet(recordings.stream().map(Recording::of).toList(), context, horizon, stride);
  }

  /** Number of windows. */
  public int size() {
    return kept == null ? firstWindow[recordings.size()] : kept.length;
  }

  /**
   * Windows to test on: those whose targets were all measured. A window is left out if a value of
   * its horizon was filled, or one of its last context frame, since an estimate there knows the
   * frames after it.
   *
   * @throws BadInput if none is left
   */
  public WindowSet toTest() {
    return new WindowSet(recordings, context, horizon, stride, floor, true);
  }

  /** Number of windows that {@link #toTest} left out. */
  public int leftOut() {
    return firstWindow[recordings.size()] - size();
  }

  /** Number of regions. */
  public int regions() {
    return recordings.get(0).regions();
  }

  /** Samples of a context. */
  public int context() {
    return context;
  }

  /** Samples of a horizon. */
  public int horizon() {
    return horizon;
  }

  /** Samples between the starts of successive windows. */
  public int stride() {
    return stride;
  }

  /** The recordings in order. */
  public List<Recording> recordings() {
    return recordings;
  }

  /** Index of the recording that a window was cut from. */
  public int recordingOf(int window) {
    return recordingAt(number(window));
  }

  private int number(int window) {
    return kept == null ? window : kept[window];
  }

  private int recordingAt(int window) {
    int r = java.util.Arrays.binarySearch(firstWindow, window);
    return r >= 0 ? r : -r - 2;
  }

  /** Sample of the recording at which a window's context starts. */
  public int startOf(int window) {
    int number = number(window);
    return (number - firstWindow[recordingAt(number)]) * stride;
  }

  /** Some windows, in the order given. */
  public Windows gather(int[] windows) {
    SignalBatch contexts = new SignalBatch(windows.length, regions(), context);
    SignalBatch targets = new SignalBatch(windows.length, regions(), horizon);
    List<String> persons = new ArrayList<>();
    for (int w = 0; w < windows.length; w++) {
      Recording recording = recordings.get(recordingOf(windows[w]));
      int start = startOf(windows[w]);
      persons.add(recording.person());
      for (int n = 0; n < regions(); n++) {
        recording.read(n, start, context, contexts.values(), contexts.index(w, n, 0));
        recording.read(n, start + context, horizon, targets.values(), targets.index(w, n, 0));
      }
    }
    return Windows.ofRaw(contexts, targets, persons, floor);
  }

  /** Windows {@code from} (inclusive) to {@code to} (exclusive). */
  public Windows range(int from, int to) {
    return gather(IntStream.range(from, to).toArray());
  }

  /** Every window at once; for sets that fit into memory. */
  public Windows all() {
    return range(0, size());
  }

  /** The same recordings with another stride. */
  public WindowSet withStride(int newStride) {
    return new WindowSet(recordings, context, horizon, newStride, floor, measured);
  }

  /** The same recordings with windows that reach so many samples ahead. */
  public WindowSet withHorizon(int newHorizon) {
    return new WindowSet(recordings, context, newHorizon, stride, floor, measured);
  }

  /** How these windows are cut. */
  public WindowShape shape() {
    return new WindowShape(context, horizon, stride, floor);
  }

  /** Windows of the same shape, cut from other recordings. */
  public WindowSet of(List<Recording> others) {
    return new WindowSet(others, context, horizon, stride, floor, measured);
  }

  /**
   * The same windows with another smallest standard deviation of a context.
   *
   * @param least above 0, in the recordings' unit
   */
  public WindowSet withFloor(double least) {
    if (!(least > 0)) {
      throw new BadInput("The floor of the standard deviation is " + least + "; give more than 0.");
    }
    return new WindowSet(recordings, context, horizon, stride, least, measured);
  }

  private int count(Recording recording) {
    if (recording.regions() != recordings.get(0).regions()) {
      throw new BadInput(
          String.format(
              "%s has %d regions, but %s has %d. All recordings must be cut by one parcellation.",
              recording.source(),
              recording.regions(),
              recordings.get(0).source(),
              recordings.get(0).regions()));
    }
    int spare = recording.frames() - context - horizon;
    if (spare < 0) {
      throw new BadInput(
          String.format(
              "%s has %d frames, fewer than one window (context %d + horizon %d). "
                  + "Shorten the context or the horizon, or leave the recording out.",
              recording.source(), recording.frames(), context, horizon));
    }
    return spare / stride + 1;
  }

  private static void atLeast(String what, int value, int least) {
    if (value < least) {
      throw new BadInput(
          String.format("The %s is %d, but it must be %d or more.", what, value, least));
    }
  }
}
