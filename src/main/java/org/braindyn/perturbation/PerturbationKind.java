package org.braindyn.perturbation;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.braindyn.data.BadInput;

/** What an intervention does to a region's signal; t counts frames from the onset. */
public enum PerturbationKind {
  /** Adds {@code size} in the first frame only. */
  IMPULSE(false),
  /** Adds {@code size}. */
  STEP(false),
  /** Adds {@code size} for {@code width} frames in every {@code period}. */
  PULSES(false),
  /** Adds a value that rises evenly to {@code size} in the last frame. */
  RAMP(false),
  /** Adds {@code size * sin(2 pi t / period)}. */
  SINE(false),
  /** Adds white noise of standard deviation {@code size}: one course, the same in every window. */
  NOISE(false),
  /** Holds the signal at the region's mean: a virtual lesion. */
  SILENCE(true),
  /** Holds the signal at the mean plus {@code size}. */
  HOLD(true),
  /**
   * Holds the signal at what it would have been without perturbation plus the canonical BOLD
   * response to a stimulus of {@code duration} frames, {@code size} at its peak: a stimulated
   * region.
   */
  STIMULATE(true),
  /** Holds the signal at what it would have been without perturbation plus given values. */
  COURSE(true),
  /** Multiplies the deviation from the mean by {@code size}. */
  GAIN(true),
  /** Takes the region's links out of the graph for the whole forecast; needs a graph model. */
  CUT(true);

  private final boolean exclusive;

  PerturbationKind(boolean exclusive) {
    this.exclusive = exclusive;
  }

  /** True if no other intervention may act on the same region at the same time. */
  public boolean exclusive() {
    return exclusive;
  }

  /** True if {@code size} means something. */
  public boolean sized() {
    return this != SILENCE && this != CUT && this != COURSE;
  }

  /** Lower-case name, as users type it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind a user typed. */
  public static PerturbationKind of(String word) {
    for (PerturbationKind kind : values()) {
      if (kind.word().equalsIgnoreCase(word)) {
        return kind;
      }
    }
    throw new BadInput("There is no perturbation \"" + word + "\". Choose one of " + words() + ".");
  }

  private static String words() {
    return Arrays.stream(values()).map(PerturbationKind::word).collect(Collectors.joining(", "));
  }
}
