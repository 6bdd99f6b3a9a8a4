package org.braindyn.forecast.ridge;

import org.braindyn.signal.ContextNormalisation;
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;

/**
 * Features and targets of one window at a time, straight from its recording: the numbers of {@link
 * org.braindyn.signal.Windows} without batches of them. For one thread.
 */
final class WindowReader {
  private final WindowSet set;
  private final LagBins bins;
  private final double floor;
  private final double[] values;

  WindowReader(WindowSet set, LagBins bins) {
    this.set = set;
    this.bins = bins;
    floor = set.shape().floor();
    values = new double[set.context() + set.horizon()];
  }

  /**
   * Reads a window.
   *
   * @param features receives bin k of region n at k * regions + n
   * @param targets receives step p of region n at n * horizon + p
   */
  void read(int window, double[] features, double[] targets) {
    Recording recording = set.recordings().get(set.recordingOf(window));
    int start = set.startOf(window);
    int context = set.context();
    int horizon = set.horizon();
    int regions = set.regions();
    for (int n = 0; n < regions; n++) {
      recording.read(n, start, values.length, values, 0);
      ContextNormalisation.normalise(values, context, floor);
      bins.apply(values, 0, context, features, n, regions);
      System.arraycopy(values, context, targets, n * horizon, horizon);
    }
  }
}
