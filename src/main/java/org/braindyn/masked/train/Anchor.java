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
   * Estimates all values of a window.
   *
   * @param recording which recording
   * @param start first sample of the window there
   * @param window the window with its visible tokens; values of hidden ones must not be used
   * @return estimate [region, time]; visible values may be their own estimate
   */
  double[] estimate(Recording recording, int start, Window window);
}
