package org.braindyn.spikes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.SpikeTrains;
import org.braindyn.data.text.Ending;
import org.braindyn.io.door.Doors;
import org.braindyn.io.door.SpikeDoor;
import org.braindyn.io.door.Spikes;
import org.braindyn.io.spikes.NestSpikes;
import org.braindyn.io.spikes.SpikeUnits;
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
    return read(files, SpikeUnits.AUTO, populations, first, last, progress);
  }

  /**
   * The same where the user says something of the times.
   *
   * @param units unit of times whose file does not state it, and the length of a step
   */
  public Result read(
      List<Path> files,
      SpikeUnits units,
      Path populations,
      int first,
      int last,
      Progress progress) {
    Spikes read = open(files, units, progress);
    SpikeTrains spikes = read.trains();
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
    Cancelled.check(progress, "Spike rates");
    SpikeBinning.Counts counts = bins.count(spikes, groups);
    Cancelled.check(progress, "Spike rates");
    long[] perGroup = new long[groups.size()];
    for (int g = 0; g < perGroup.length; g++) {
      perGroup[g] = Math.round(Arrays.stream(counts.counts()[g]).sum());
    }
    int[] neurons = groups.stream().mapToInt(SpikeBinning.Group::size).toArray();
    List<String> notes = new ArrayList<>(read.notes());
    notes.addAll(notes(counts));
    notes.addAll(SpikeRates.question(spikes, stop - start));
    return new Result(bins.rates(spikes, groups, smoothing, progress), perGroup, neurons, notes);
  }

  private static Spikes open(List<Path> files, SpikeUnits units, Progress progress) {
    if (files.size() != 1) {
      return new Spikes(NestSpikes.read(files, units, progress), List.of(), List.of());
    }
    Path file = files.get(0);
    try {
      Optional<SpikeDoor> door = Doors.find(SpikeDoor.class, file);
      if (door.isPresent()) {
        return door.get().read(file, progress);
      }
    } catch (IOException e) {
      throw new BadInput(file + " cannot be read: " + Reason.of(e) + ".", e);
    }
    Doors.refuseOthers(SpikeDoor.class, file, "spikes");
    boolean npz = Ending.is(file, ".npz");
    return new Spikes(
        npz ? SpikesNpz.read(file, units) : NestSpikes.read(files, units, progress),
        List.of(),
        List.of());
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
