package org.braindyn.spikes;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.braindyn.data.SpikeTrains;

/** Rates that no neuron has: a sign that times were read in a wrong unit. */
final class SpikeRates {
  /** Hz; the refractory period of 1 ms allows no more. */
  private static final double HIGHEST = 1000;

  private static final int FEWEST = 3;

  private SpikeRates() {}

  /**
   * A warning if a neuron fires faster than 1000 Hz.
   *
   * @param length of the recording, ms
   */
  static List<String> question(SpikeTrains spikes, double length) {
    Map<Integer, Integer> counts = new HashMap<>();
    int busiest = spikes.senders()[0];
    for (int sender : spikes.senders()) {
      if (counts.merge(sender, 1, Integer::sum) > counts.getOrDefault(busiest, 0)) {
        busiest = sender;
      }
    }
    int most = counts.get(busiest);
    double rate = most / length * 1000;
    if (most < FEWEST || rate <= HIGHEST) {
      return List.of();
    }
    return List.of(
        String.format(
            Locale.ROOT,
            "Warning: neuron %d fires at %.0f Hz (%d spikes in %.3g ms), faster than any neuron. If"
                + " the times are in s, that is %.3g Hz: give unit=s.",
            busiest,
            rate,
            most,
            length,
            rate / 1000));
  }
}
