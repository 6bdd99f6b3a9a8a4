package org.braindyn.api;

import org.braindyn.data.Progress;

/**
 * How a trained model is asked.
 *
 * @param frames frames to follow
 * @param surrogates models refitted to circularly shifted recordings, for p and q; slow, 19 are
 *     usual, 0 for none
 * @param progress who watches and may stop it, e.g. a {@link Watch}
 */
public record AskSettings(int frames, int surrogates, Progress progress) {
  /**
   * No test against refitted models, nobody watches.
   *
   * @param frames frames to follow, 1 or more
   * @return the settings
   */
  public static AskSettings follow(int frames) {
    return new AskSettings(frames, 0, Progress.NONE);
  }
}
