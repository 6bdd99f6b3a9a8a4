package org.braindyn.simulation;

import org.braindyn.data.BadInput;

/**
 * Something really done to a network while it runs, as opposed to an edit of its record.
 *
 * @param neurons which, 0-based
 * @param start ms, belongs to it
 * @param end ms, does not
 * @param amount by kind
 */
public record SpikingIntervention(
    Kind kind, int[] neurons, double start, double end, double amount) {
  /** What is done; {@code amount} in the unit given. */
  public enum Kind {
    /** Additional Poisson spikes of the drive's weight; amount in Hz. */
    EXTRA_DRIVE,
    /** Constant current; amount in pA. */
    CURRENT,
    /** The neurons are held at their reset potential or below; amount is not used. */
    SILENCE,
    /** The neurons' outgoing synapses are multiplied by the amount. */
    SCALE_SYNAPSES
  }

  /** Checks the numbers. */
  public SpikingIntervention {
    boolean negative = amount < 0 && (kind == Kind.EXTRA_DRIVE || kind == Kind.SCALE_SYNAPSES);
    if (!(start >= 0) || !(end > start) || !Double.isFinite(amount) || negative) {
      throw new BadInput(
          String.format(
              "An intervention %s of %s from %s to %s ms is not possible: give 0 <= start < end and"
                  + " an amount of 0 or more.",
              kind, amount, start, end));
    }
  }

  /** True during step {@code step} of {@code h} ms. */
  boolean active(int step, double h) {
    double middle = (step + 0.5) * h;
    return middle >= start && middle < end;
  }
}
