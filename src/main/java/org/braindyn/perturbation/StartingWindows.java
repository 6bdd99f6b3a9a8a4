package org.braindyn.perturbation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.SignalBatch;
import org.braindyn.signal.ContextNormalisation;
import org.braindyn.signal.WindowSet;

/**
 * Contexts from which perturbed and unperturbed forecasts start.
 *
 * @param contexts normalised by their own mean and sd, [window, region, step, signal]
 * @param person recording of every window
 * @param scale the numbers that lead back to the recording's unit
 */
public record StartingWindows(SignalBatch contexts, int[] person, ContextNormalisation scale) {
  /**
   * Windows spread evenly over all recordings.
   *
   * @param recordings one per person or run
   * @param context frames of a context
   * @param most how many at most
   */
  public static StartingWindows spread(List<RegionSignals> recordings, int context, int most) {
    return spread(recordings, context, most, ContextNormalisation.FLOOR);
  }

  /**
   * Windows spread evenly over all recordings.
   *
   * @param recordings one per person or run
   * @param context frames of a context
   * @param most how many at most
   * @param floor smallest standard deviation of a context, in the recordings' unit
   */
  public static StartingWindows spread(
      List<RegionSignals> recordings, int context, int most, double floor) {
    WindowSet set = WindowSet.of(recordings, context, 1, 1).withFloor(floor);
    int count = Math.min(most, set.size());
    int[] chosen =
        IntStream.range(0, count)
            .map(k -> (int) ((long) set.size() * (2 * k + 1) / (2L * count)))
            .toArray();
    var windows = set.gather(chosen);
    return new StartingWindows(
        windows.context(),
        Arrays.stream(chosen).map(set::recordingOf).toArray(),
        windows.normalisation());
  }
}
