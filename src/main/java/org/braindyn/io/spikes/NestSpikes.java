package org.braindyn.io.spikes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.braindyn.data.SpikeTrains;

/**
 * Reads spike files of the NEST simulator: NEST 2 {@code .gdf} ({@code id TAB ms}, no header) and
 * NEST 3 {@code .dat} (lines beginning with #, then {@code sender TAB time_ms}), and any table
 * whose header names a column of ids and one of times with its unit, in any order. Times in steps
 * ({@code time_step}, {@code time_offset}) need the length of a step.
 */
public final class NestSpikes {
  private NestSpikes() {}

  /**
   * Reads one or several files (one per recorder or per process) into one set of spikes.
   *
   * @throws BadInput if a line is not an id and a time, a time is negative, or there is no spike
   */
  public static SpikeTrains read(List<Path> files, Progress progress) {
    return read(files, SpikeUnits.AUTO, progress);
  }

  /**
   * The same where the user says something of the times.
   *
   * @param units unit of times whose file does not state it, and the length of a step
   */
  public static SpikeTrains read(List<Path> files, SpikeUnits units, Progress progress) {
    if (files.isEmpty()) {
      throw new BadInput("No spike file was given. Choose at least one .gdf or .dat file.");
    }
    SpikeLines lines = new SpikeLines(units);
    for (int f = 0; f < files.size(); f++) {
      progress.report((double) f / files.size(), "Reading " + files.get(f).getFileName());
      lines.read(files.get(f), progress);
    }
    String source = files.get(0).getFileName() + (files.size() > 1 ? ", ..." : "");
    if (lines.count == 0) {
      throw new BadInput(source + ": there is no spike in " + files.size() + " file(s).");
    }
    if (lines.swapped()) {
      throw new BadInput(
          source
              + " has no header, and its first column looks like times, its second like ids. Ids come"
              + " first without a header; write \"time_ms sender\" above the columns.");
    }
    return new SpikeTrains(
        Arrays.copyOf(lines.senders, lines.count), Arrays.copyOf(lines.times, lines.count), source);
  }

  /**
   * Reads a table of populations: one line {@code first last} of ids each (both belong to it), as
   * {@code population_nodeids.dat} of NEST's microcircuit; a third column is the name.
   */
  public static List<Population> populations(Path file) {
    List<Population> found = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        String[] parts = line.strip().split("\\s+");
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String name = parts.length > 2 ? parts[2] : "population " + (found.size() + 1);
        found.add(new Population(name, Integer.parseInt(parts[0]), Integer.parseInt(parts[1])));
      }
    } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new BadInput(
          file.getFileName()
              + ", population "
              + (found.size() + 1)
              + ": two ids are needed on each line, the first and the last. "
              + Reason.of(e)
              + ".",
          e);
    }
    if (found.isEmpty()) {
      throw new BadInput(file.getFileName() + " lists no population.");
    }
    return found;
  }

  /**
   * Neurons with consecutive ids.
   *
   * @param first lowest id
   * @param last highest id, belongs to it
   */
  public record Population(String name, int first, int last) {
    /** Checks the order. */
    public Population {
      if (last < first) {
        throw new BadInput(
            "Population \"" + name + "\": its last id " + last + " is below its first " + first);
      }
    }
  }
}
