package org.braindyn.io.spikes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.braindyn.data.SpikeTrains;
import org.braindyn.io.edf.EdfHeader;

/**
 * Reads spike files of the NEST simulator: NEST 2 {@code .gdf} ({@code id TAB ms}, no header) and
 * NEST 3 {@code .dat} (lines beginning with #, then {@code sender TAB time_ms}). A file with a
 * {@code time_step} column (times in steps) is refused, because the step is not in it.
 */
public final class NestSpikes {
  private NestSpikes() {}

  /**
   * Reads one or several files (one per recorder or per process) into one set of spikes.
   *
   * @throws BadInput if a line is not an id and a time, a time is negative, or there is no spike
   */
  public static SpikeTrains read(List<Path> files, Progress progress) {
    if (files.isEmpty()) {
      throw new BadInput("No spike file was given. Choose at least one .gdf or .dat file.");
    }
    Lines lines = new Lines();
    for (int f = 0; f < files.size(); f++) {
      progress.report((double) f / files.size(), "Reading " + files.get(f).getFileName());
      lines.read(files.get(f), progress);
    }
    String source = files.get(0).getFileName() + (files.size() > 1 ? ", ..." : "");
    if (lines.count == 0) {
      throw new BadInput(source + ": there is no spike in " + files.size() + " file(s).");
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

  /** Reads lines without making a String of each: 10 million take a second or two. */
  private static final class Lines {
    int[] senders = new int[1024];
    double[] times = new double[1024];
    int count;
    private final byte[] buffer = new byte[1 << 16];
    private final byte[] line = new byte[512];

    void read(Path file, Progress progress) {
      String name = file.getFileName().toString();
      int number = 1;
      int length = 0;
      try (InputStream in = Files.newInputStream(file)) {
        for (int got = in.read(buffer); got > 0; got = in.read(buffer)) {
          Cancelled.check(progress, "Reading");
          for (int i = 0; i < got; i++) {
            byte b = buffer[i];
            if (b != '\n') {
              if (length == line.length) {
                throw bad(name, number, length, "the line is too long");
              }
              line[length++] = b;
            } else {
              accept(name, number++, length);
              length = 0;
            }
          }
        }
        accept(name, number, length);
      } catch (IOException e) {
        throw new BadInput(name + " cannot be read: " + Reason.of(e) + ". Check its name.", e);
      }
    }

    private void accept(String name, int number, int length) {
      int at = skip(0, length);
      if (at == length || line[at] == '#') {
        return;
      }
      if (line[at] == 's' || line[at] == 'S' || line[at] == '"') {
        if (new String(line, 0, length).contains("step")) {
          throw bad(name, number, length, "times in steps need the step; record times in ms");
        }
        return;
      }
      long sender = 0;
      int begin = at;
      while (at < length && line[at] >= '0' && line[at] <= '9') {
        sender = sender * 10 + line[at++] - '0';
        if (sender > Integer.MAX_VALUE) {
          throw bad(name, number, length, "the id is too large");
        }
      }
      int timeAt = skip(at, length);
      if (at == begin || timeAt == at) {
        throw bad(name, number, length, "an id and a time in ms are needed");
      }
      double time = time(timeAt, length);
      if (!(time >= 0)) {
        throw bad(name, number, length, "a time of 0 ms or later is needed");
      }
      if (count == senders.length) {
        senders = Arrays.copyOf(senders, 2 * count);
        times = Arrays.copyOf(times, 2 * count);
      }
      senders[count] = (int) sender;
      times[count++] = time;
    }

    /** The number at {@code at}; NaN unless it is a plain decimal and the last on its line. */
    private double time(int at, int length) {
      long digits = 0;
      int decimals = -1;
      int i = at;
      for (; i < length && i < at + 17; i++) {
        if (line[i] >= '0' && line[i] <= '9') {
          digits = digits * 10 + line[i] - '0';
          decimals += decimals < 0 ? 0 : 1;
        } else if (line[i] == '.' && decimals < 0) {
          decimals = 0;
        } else {
          break;
        }
      }
      if (i > at && skip(i, length) == length) {
        // Both are exact in a double, so the quotient is the nearest double to the text.
        return digits / POWERS[Math.max(0, decimals)];
      }
      try {
        return Double.parseDouble(new String(line, at, length - at).strip());
      } catch (NumberFormatException e) {
        return Double.NaN;
      }
    }

    private int skip(int at, int length) {
      while (at < length
          && (line[at] == '\t' || line[at] == ' ' || line[at] == '\r' || line[at] == ',')) {
        at++;
      }
      return at;
    }

    private BadInput bad(String name, int number, int length, String need) {
      String text = EdfHeader.printable(new String(line, 0, Math.min(60, length)));
      return new BadInput(
          name + ", line " + number + ": \"" + text + "\": " + need + ". Is it a NEST spike file?");
    }
  }

  private static final double[] POWERS = new double[18];

  static {
    for (int i = 0; i < POWERS.length; i++) {
      POWERS[i] = Double.parseDouble("1e" + i);
    }
  }
}
