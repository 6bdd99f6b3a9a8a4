package org.braindyn.data;

/**
 * Spikes of many neurons: spike k was fired by {@code senders[k]} at {@code times[k]}.
 *
 * @param senders ids of the neurons, as the simulator numbers them
 * @param times ms from the simulation's start, in any order
 * @param source file name or simulation, for messages
 */
public record SpikeTrains(int[] senders, double[] times, String source) {
  /** Checks that both have the same length. */
  public SpikeTrains {
    if (senders.length != times.length) {
      throw new BadInput(
          source + ": " + senders.length + " senders for " + times.length + " spike times.");
    }
  }

  /** Number of spikes. */
  public int size() {
    return senders.length;
  }
}
