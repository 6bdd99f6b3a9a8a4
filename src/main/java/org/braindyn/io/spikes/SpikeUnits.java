package org.braindyn.io.spikes;

import java.util.OptionalDouble;
import org.braindyn.data.BadInput;
import org.braindyn.data.Units;

/**
 * What the user says of the times in a spike file.
 *
 * @param unit "ms", "s" or "us" where the file does not say it; "" for the usual one
 * @param step ms of one step of the simulation, 0 if unknown
 */
public record SpikeUnits(String unit, double step) {
  /** As the file says; ms where it does not. */
  public static final SpikeUnits AUTO = new SpikeUnits("", 0);

  /**
   * Factor from a unit to ms.
   *
   * @param stated unit the file states, "" if none; then the user's, then ms
   */
  double toMs(String stated) {
    String used = stated.isEmpty() ? unit : stated;
    if (!stated.isEmpty() && !unit.isEmpty() && one(stated) != one(unit)) {
      throw new BadInput(
          "unit=" + unit + ": the file itself says \"" + stated + "\". Leave the unit out.");
    }
    return one(used);
  }

  private double one(String name) {
    if (name.startsWith("step")) {
      return step;
    }
    OptionalDouble seconds = Units.seconds(name.isEmpty() ? "ms" : name);
    if (seconds.isEmpty()) {
      throw new BadInput("unit=" + name + " is no unit of time; ms, s and us are known.");
    }
    return seconds.getAsDouble() == 1e-3 ? 1 : seconds.getAsDouble() * 1000;
  }
}
