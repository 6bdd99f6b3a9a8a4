package org.braindyn.masked.train;

import org.braindyn.masked.network.Window;

/**
 * Gives the linear estimate that an anchored network starts from. It may look at the visible values
 * of the window only, or (where that is what is asked) at other windows of the recording too. It is
 * asked by several threads at once.
 */
@FunctionalInterface
public interface Anchor {
  /**
   * A linear estimate.
   *
   * @param mean [region, time]
   * @param deviation standard deviation, [region, time], 0 where a value is seen; null if unknown
   */
  record Estimate(double[] mean, double[] deviation) {}

  /**
   * Estimates all values of a window.
   *
   * @param recording which recording
   * @param start first sample of the window there
   * @param window the window with its visible tokens; values of hidden ones must not be used
   * @return estimate [region, time]; visible values may be their own estimate
   */
  Estimate estimate(Recording recording, int start, Window window);
}
