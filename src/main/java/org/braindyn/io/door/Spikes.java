package org.braindyn.io.door;

import java.util.List;
import org.braindyn.data.SpikeTrains;

/**
 * Spikes of a file.
 *
 * @param trains ids and times in ms
 * @param populations named stretches of ids, in the order of the file; empty if it names none
 * @param notes every guess that was made, in sentences
 */
public record Spikes(SpikeTrains trains, List<Population> populations, List<String> notes) {
  /**
   * Neurons with consecutive ids.
   *
   * @param name its name in the file
   * @param first lowest id that fired
   * @param last highest id that fired
   */
  public record Population(String name, int first, int last) {}
}
