package org.braindyn.masked.network;

import org.braindyn.masked.token.TokenMatrix;

/** Sees what a network computes on its way. */
@FunctionalInterface
public interface Probe {
  /** Looks at nothing. */
  Probe NONE = (stage, window, tokens) -> {};

  /**
   * One stage.
   *
   * @param stage its name, e.g. "encoder/layer_0"
   * @param window which window of the call
   * @param tokens numbers [token, feature]; not to be changed
   */
  void see(String stage, int window, TokenMatrix tokens);

  /** The same for every window. */
  default void see(String stage, TokenMatrix[] windows) {
    for (int w = 0; w < windows.length; w++) {
      see(stage, w, windows[w]);
    }
  }
}
