package org.braindyn.data;

/**
 * A remark on a stretch of a recording.
 *
 * @param onset seconds from the recording's first sample
 * @param duration seconds, 0 for an instant
 * @param text what happened, e.g. "seiz" or "eyes closed"
 * @param channel the channel it speaks of, or "" for all
 */
public record Annotation(double onset, double duration, String text, String channel) {
  /** Onset plus duration, in s. */
  public double end() {
    return onset + duration;
  }
}
