package org.braindyn.signal;

import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.SpikeTrains;

/**
 * Counts spikes of groups of neurons in bins: bin k holds the spikes with floor(t / width) = k,
 * times counted from the start.
 *
 * @param start first bin begins here, ms
 * @param end last bin ends here, ms; an incomplete last bin is left out
 * @param width of a bin, ms
 */
public record SpikeBinning(double start, double end, double width) {
  /** Checks the numbers. */
  public SpikeBinning {
    if (!(width > 0) || !(end - start >= width) || !(start >= 0) || (end - start) / width > 100e6) {
      throw new BadInput(
          "Bins of "
              + width
              + " ms from "
              + start
              + " to "
              + end
              + " ms are not possible. Give 0 <= start < end and a width that fits between them.");
    }
  }

  /** Number of bins. */
  public int bins() {
    return (int) Math.floor((end - start) / width + 1e-9);
  }

  /**
   * Neurons that are counted together.
   *
   * @param name of the population or neuron
   * @param first lowest id
   * @param last highest id, belongs to it
   */
  public record Group(String name, int first, int last) {
    /** Number of neurons, those that never fired among them. */
    public int size() {
      return last - first + 1;
    }
  }

  /**
   * Counts.
   *
   * @param counts [group][bin]
   * @param unknown spikes of ids in no group
   * @param outside spikes of known ids before the start or after the end
   */
  public record Counts(double[][] counts, long unknown, long outside) {}

  /** One group per neuron of an id range. */
  public static List<Group> neurons(int first, int last) {
    if (last < first || last - first > 1_000_000) {
      throw new BadInput(
          "Ids " + first + " to " + last + " are no range of at most a million neurons.");
    }
    return java.util.stream.IntStream.rangeClosed(first, last)
        .mapToObj(id -> new Group("neuron " + id, id, id))
        .toList();
  }

  /**
   * Counts spikes.
   *
   * @param groups that do not share a neuron
   */
  public Counts count(SpikeTrains spikes, List<Group> groups) {
    int[] home = homes(groups);
    int lowest = groups.stream().mapToInt(Group::first).min().orElseThrow();
    int bins = bins();
    double[][] counts = new double[groups.size()][bins];
    long unknown = 0;
    long outside = 0;
    for (int k = 0; k < spikes.size(); k++) {
      int id = spikes.senders()[k] - lowest;
      int group = id >= 0 && id < home.length ? home[id] - 1 : -1;
      if (group < 0) {
        unknown++;
        continue;
      }
      double bin = Math.floor((spikes.times()[k] - start) / width);
      if (bin >= 0 && bin < bins) {
        counts[group][(int) bin]++;
      } else {
        outside++;
      }
    }
    return new Counts(counts, unknown, outside);
  }

  /**
   * Mean firing rates in Hz: count / bin / number of neurons.
   *
   * @param smoothing applied to the counts first, null for none
   */
  public RegionSignals rates(SpikeTrains spikes, List<Group> groups, SpikeSmoothing smoothing) {
    return rates(spikes, groups, smoothing, Progress.NONE);
  }

  /**
   * The same.
   *
   * @param progress stops it
   */
  public RegionSignals rates(
      SpikeTrains spikes, List<Group> groups, SpikeSmoothing smoothing, Progress progress) {
    double[][] rates = count(spikes, groups).counts();
    for (int g = 0; g < rates.length; g++) {
      Cancelled.check(progress, "Spike rates");
      progress.report((double) g / rates.length, "Spike rates");
      double[] row = smoothing == null ? rates[g] : smoothing.apply(rates[g], width);
      for (int k = 0; k < row.length; k++) {
        row[k] /= width / 1000 * groups.get(g).size();
      }
      rates[g] = row;
    }
    Regions regions = Regions.named(groups.stream().map(Group::name).toList());
    return new RegionSignals(regions, rates, width / 1000, spikes.source());
  }

  /** For each id from the lowest on: 1 + its group, 0 for none. */
  private static int[] homes(List<Group> groups) {
    if (groups.isEmpty()) {
      throw new BadInput("No neuron was chosen. Give an id range or a population table.");
    }
    int lowest = groups.stream().mapToInt(Group::first).min().orElseThrow();
    int highest = groups.stream().mapToInt(Group::last).max().orElseThrow();
    if ((long) highest - lowest > 100_000_000L) {
      throw new BadInput("The ids " + lowest + " to " + highest + " span too many neurons.");
    }
    int[] home = new int[highest - lowest + 1];
    for (int g = 0; g < groups.size(); g++) {
      Group group = groups.get(g);
      for (int id = group.first(); id <= group.last(); id++) {
        if (home[id - lowest] != 0) {
          throw new BadInput(
              "Neuron "
                  + id
                  + " is in \""
                  + groups.get(home[id - lowest] - 1).name()
                  + "\" and in \""
                  + group.name()
                  + "\". Correct the id ranges.");
        }
        home[id - lowest] = g + 1;
      }
    }
    return home;
  }
}
