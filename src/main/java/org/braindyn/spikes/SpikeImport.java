package org.braindyn.spikes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Ending;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.SpikeTrains;
import org.braindyn.io.spikes.NestSpikes;
import org.braindyn.io.spikes.SpikesNpz;
import org.braindyn.signal.SpikeBinning;
import org.braindyn.signal.SpikeSmoothing;

/**
 * Spike files to firing rates.
 *
 * @param bin width, ms
 * @param start of the first bin, ms
 * @param end of the last bin in ms, 0 for the last spike
 * @param smoothing null for none
 */
public record SpikeImport(double bin, double start, double end, SpikeSmoothing smoothing) {
  /** Beyond this many neurons one row each makes no picture; populations are needed. */
  private static final int MOST_NEURONS = 20_000;

  /**
   * What was read.
   *
   * @param rates Hz, mean of each group
   * @param spikes per group, in the bins
   * @param neurons per group, those that never fired among them
   * @param notes what was left out
   */
  public record Result(RegionSignals rates, long[] spikes, int[] neurons, List<String> notes) {}

  /**
   * The spike files of a file or folder: of a folder every .gdf, and every .dat whose name begins
   * with "spike".
   */
  public static List<Path> files(Path place) {
    if (!Files.isDirectory(place)) {
      return List.of(place);
    }
    try (Stream<Path> all = Files.list(place)) {
      List<Path> found =
          all.filter(f -> f.getFileName().toString().matches("(?i)(.*\\.gdf|spike.*\\.dat)"))
              .sorted()
              .toList();
      if (found.isEmpty()) {
        throw new BadInput(place + " has no .gdf file and no spike*.dat file.");
      }
      return found;
    } catch (IOException e) {
      throw new BadInput(place + " cannot be listed: " + Reason.of(e) + ".", e);
    }
  }

  /**
   * Reads.
   *
   * @param files .gdf and .dat, or one .npz with senders and times
   * @param populations table of id ranges, or null for one row per neuron
   * @param first lowest id, 0 for the lowest that fired; not used with populations
   * @param last highest id, 0 for the highest that fired
   */
  public Result read(List<Path> files, Path populations, int first, int last, Progress progress) {
    boolean npz = files.size() == 1 && Ending.is(files.get(0), ".npz");
    SpikeTrains spikes = npz ? SpikesNpz.read(files.get(0)) : NestSpikes.read(files, progress);
    List<SpikeBinning.Group> groups = new ArrayList<>();
    if (populations != null) {
      for (NestSpikes.Population p : NestSpikes.populations(populations)) {
        groups.add(new SpikeBinning.Group(p.name(), p.first(), p.last()));
      }
    } else {
      int low = first > 0 ? first : Arrays.stream(spikes.senders()).min().orElseThrow();
      int high = last > 0 ? last : Arrays.stream(spikes.senders()).max().orElseThrow();
      if (high - low >= MOST_NEURONS) {
        throw new BadInput(
            "Ids "
                + low
                + " to "
                + high
                + " would be more than "
                + MOST_NEURONS
                + " rows. Give a table of populations, or a narrower range.");
      }
      groups.addAll(SpikeBinning.neurons(low, high));
    }
    double stop = end > 0 ? end : lastSpike(spikes);
    SpikeBinning bins = new SpikeBinning(start, stop, bin);
    SpikeBinning.Counts counts = bins.count(spikes, groups);
    long[] perGroup = new long[groups.size()];
    for (int g = 0; g < perGroup.length; g++) {
      perGroup[g] = Math.round(Arrays.stream(counts.counts()[g]).sum());
    }
    int[] neurons = groups.stream().mapToInt(SpikeBinning.Group::size).toArray();
    return new Result(bins.rates(spikes, groups, smoothing), perGroup, neurons, notes(counts));
  }

  private List<String> notes(SpikeBinning.Counts counts) {
    List<String> notes = new ArrayList<>();
    if (counts.unknown() > 0) {
      notes.add(counts.unknown() + " spikes are of neurons outside the id range; left out.");
    }
    if (counts.outside() > 0) {
      notes.add(counts.outside() + " spikes are before the start or after the end; left out.");
    }
    if (smoothing != null && !smoothing.causal()) {
      notes.add(
          "Symmetric smoothing looks ahead: forecasts of these rates would know their targets.");
    }
    return notes;
  }

  private double lastSpike(SpikeTrains spikes) {
    double last = Arrays.stream(spikes.times()).max().orElseThrow();
    return start + Math.max(1, Math.ceil((last - start) / bin)) * bin;
  }
}
