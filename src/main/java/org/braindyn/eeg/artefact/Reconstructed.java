package org.braindyn.eeg.artefact;

import java.util.List;

/**
 * Channels without artefacts.
 *
 * @param values [channel][time]
 * @param changed [time], true where something was removed
 * @param stretches where, in order
 */
public record Reconstructed(double[][] values, boolean[] changed, List<Stretch> stretches) {
  /**
   * A stretch of time in which components were removed.
   *
   * @param start in s
   * @param end in s
   * @param components most that were removed at once
   * @param share of the variance of the channels there that was removed; may exceed 1 by what the
   *     reconstruction adds
   */
  public record Stretch(double start, double end, int components, double share) {}
}
