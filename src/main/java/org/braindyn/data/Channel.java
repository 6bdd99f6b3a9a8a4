package org.braindyn.data;

/**
 * One channel of a recording.
 *
 * @param name its name, unique within the recording
 * @param unit physical unit as the file states it, e.g. "uV"
 * @param rate samples per second
 * @param values samples in that unit; NaN where nothing was recorded
 */
public record Channel(String name, String unit, double rate, double[] values) {
  /** The same channel with other samples at another rate. */
  public Channel with(double[] newValues, double newRate) {
    return new Channel(name, unit, newRate, newValues);
  }
}
