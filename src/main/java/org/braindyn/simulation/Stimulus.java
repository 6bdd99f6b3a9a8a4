package org.braindyn.simulation;

import org.braindyn.data.BadInput;

/**
 * A true intervention on a simulator.
 *
 * @param regions rows it acts on
 * @param silence true: the activity is held at 0; false: {@code size} is added to the input
 * @param onset first moment in s, from the first frame of the recording
 * @param duration how long it lasts in s
 * @param size added input, in the simulator's unit of activity
 */
public record Stimulus(int[] regions, boolean silence, double onset, double duration, double size) {
  /** Checks the numbers. */
  public Stimulus {
    if (!(onset >= 0) || !(duration > 0) || !Double.isFinite(duration + onset + size)) {
      throw new BadInput(
          String.format(
              "A stimulus needs an onset of 0 s or later, a duration above 0 s and a finite size;"
                  + " got onset %s, duration %s, size %s.",
              onset, duration, size));
    }
  }

  /** Extra input to one region. */
  public static Stimulus drive(int region, double onset, double duration, double size) {
    return new Stimulus(new int[] {region}, false, onset, duration, size);
  }

  /** One region held at 0. */
  public static Stimulus silence(int region, double onset, double duration) {
    return new Stimulus(new int[] {region}, true, onset, duration, 0);
  }

  /** True at {@code time} (s) within the stimulus. */
  public boolean active(double time) {
    return time >= onset && time < onset + duration;
  }
}
