package org.braindyn.eeg;

import org.braindyn.data.BadInput;
import org.braindyn.eeg.artefact.SubspaceReconstruction.Form;
import org.braindyn.eeg.channel.BadLimits;
import org.braindyn.eeg.channel.ChannelFill;

/**
 * How an EEG is cleaned.
 *
 * @param bad "auto" (found), "none", or names between commas, with seconds where a channel was bad
 *     for a while: "auto, T3, F7 10-60"
 * @param fill "automatic" (regression where the channel was good elsewhere, else the process),
 *     "spline", "gaussian process", "regression", "nearest", or "empty" (NaN)
 * @param artefacts "whitened subspace", "subspace" (as published) or "none"
 * @param threshold robust standard deviations above calm activity
 * @param calm intervals in s, "10-60, 100-120"; empty to choose
 * @param limits of bad channels
 */
public record CleanEegSettings(
    String bad, String fill, String artefacts, double threshold, String calm, BadLimits limits) {
  /** Words of the ways to fill. */
  public static final String AUTOMATIC = "automatic";

  private static final String EMPTY = "empty";
  private static final String NONE = "none";

  /** The automatic ones. */
  public static CleanEegSettings defaults() {
    return new CleanEegSettings("auto", AUTOMATIC, "whitened subspace", 20, "", BadLimits.usual(0));
  }

  /** Checks the words. */
  public CleanEegSettings {
    if (!fill.equals(AUTOMATIC) && !fill.equals(EMPTY)) {
      ChannelFill.of(fill);
    }
    form(artefacts);
    bad = bad == null ? "" : bad.strip();
    calm = calm == null ? "" : calm.strip();
  }

  /** The same with other words for bad channels and how to fill them. */
  public CleanEegSettings withBad(String words, String way) {
    return new CleanEegSettings(words, way, artefacts, threshold, calm, limits);
  }

  /** The same with another way of removing artefacts. */
  public CleanEegSettings withArtefacts(String words, double sd, String calmWords) {
    return new CleanEegSettings(bad, fill, words, sd, calmWords, limits);
  }

  /** The same with other limits of bad channels. */
  public CleanEegSettings withLimits(BadLimits other) {
    return new CleanEegSettings(bad, fill, artefacts, threshold, calm, other);
  }

  /** The form of artefact removal; null for none. */
  Form form() {
    return form(artefacts);
  }

  private static Form form(String artefacts) {
    return switch (artefacts) {
      case "whitened subspace" -> Form.WHITENED;
      case "subspace" -> Form.EUCLIDEAN;
      case NONE -> null;
      default ->
          throw new BadInput(
              "artefacts=" + artefacts + " is not known. Use whitened subspace, subspace or none.");
    };
  }

  boolean leavesEmpty() {
    return fill.equals(EMPTY);
  }

  boolean noneBad() {
    return bad.isEmpty() || bad.equals(NONE);
  }
}
