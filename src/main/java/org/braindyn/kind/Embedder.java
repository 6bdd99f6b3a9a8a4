package org.braindyn.kind;

import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;

/** What some models can do beyond forecasting: put a recording into a few numbers. */
public interface Embedder {
  /**
   * Embeds a recording. The numbers depend on the recording and the model alone: the same bytes in
   * any batch, any order and on any number of threads.
   *
   * @param recording signals of the model's regions in any unit, at least {@link #frames} long; the
   *     frames that are left after the last whole window are not looked at
   * @param progress reports, and may cancel
   * @throws org.braindyn.data.BadInput if the recording has other regions, is too short or holds
   *     values that are missing
   * @throws org.braindyn.data.Cancelled if cancelled
   */
  Embedding embed(RegionSignals recording, Progress progress);

  /** Frames of a window. */
  int frames();

  /** How many numbers a pooling gives. */
  int width();

  /**
   * A recording in numbers, averaged over its windows.
   *
   * @param scan the scan token's, which BrainLM takes [width]
   * @param mean the mean over the tokens of all regions and times [width]
   * @param windows how many windows were averaged
   */
  record Embedding(double[] scan, double[] mean, int windows) {}
}
