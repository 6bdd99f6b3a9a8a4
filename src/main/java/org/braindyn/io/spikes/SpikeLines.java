package org.braindyn.io.spikes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.braindyn.io.edf.EdfHeader;

/** Reads lines without making a String of each: 10 million take a second or two. */
final class SpikeLines {
  int[] senders = new int[1024];
  double[] times = new double[1024];
  int count;

  private final SpikeUnits units;
  private final byte[] buffer = new byte[1 << 16];
  private final byte[] line = new byte[512];
  private SpikeColumns columns;
  private byte[] population;

  SpikeLines(SpikeUnits units) {
    this.units = units;
  }

  void read(Path file, Progress progress) {
    String name = file.getFileName().toString();
    int number = 1;
    int length = 0;
    columns = SpikeColumns.plain(units);
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
    if (at == length) {
      return;
    }
    byte first = line[at];
    boolean letter = first >= 'A' && first <= 'z' || first == '"';
    if (first == '#' || letter) {
      header(first == '#' ? at + 1 : at, letter, name, number, length);
      return;
    }
    double sender = Double.NaN;
    double time = Double.NaN;
    double offset = 0;
    int cell = 0;
    while (at < length) {
      int end = at;
      while (end < length && !separates(line[end])) {
        end++;
      }
      if (cell == columns.sender()) {
        sender = number(at, end);
      } else if (cell == columns.time()) {
        time = number(at, end);
      } else if (cell == columns.offset()) {
        offset = number(at, end);
      } else if (cell == columns.population()) {
        onePopulation(at, end, name, number, length);
      }
      cell++;
      at = skip(end, length);
    }
    check(sender, time, cell, name, number, length);
    if (count == senders.length) {
      senders = Arrays.copyOf(senders, 2 * count);
      times = Arrays.copyOf(times, 2 * count);
    }
    senders[count] = (int) sender;
    times[count++] = columns.toMs() == 1 ? time : time * columns.toMs() - offset;
  }

  /** Ids count within a population, so those of two cannot be told apart. */
  private void onePopulation(int at, int end, String name, int number, int length) {
    if (population == null) {
      population = Arrays.copyOfRange(line, at, end);
    } else if (!Arrays.equals(population, 0, population.length, line, at, end)) {
      String first = new String(population, StandardCharsets.UTF_8);
      throw bad(
          name,
          number,
          length,
          "another population than \""
              + first
              + "\", whose ids may be the same. Save the spikes of each population in a file of its"
              + " own");
    }
  }

  /**
   * True if, without a header, the first column looks like times in whole ms and the second like
   * ids: the first only rises and takes many values, the second jumps between few.
   */
  boolean swapped() {
    if (columns.said() || count < 10) {
      return false;
    }
    boolean timesRise = true;
    for (int i = 0; i < count; i++) {
      if (times[i] != Math.rint(times[i]) || i > 0 && senders[i] < senders[i - 1]) {
        return false;
      }
      timesRise &= i == 0 || times[i] >= times[i - 1];
    }
    long ids = Arrays.stream(senders, 0, count).distinct().count();
    return !timesRise && ids > 2 * Arrays.stream(times, 0, count).distinct().count();
  }

  private void check(double sender, double time, int cells, String name, int number, int length) {
    if (cells != columns.cells()) {
      throw bad(
          name,
          number,
          length,
          columns.said()
              ? "the header has " + columns.cells() + " cells, this line " + cells
              : "an id and a time of 0 ms or later are needed, more columns only below a header"
                  + " that names them (sender, time_ms)");
    }
    if (Double.isNaN(sender) || sender != Math.rint(sender) || sender < 0) {
      throw bad(name, number, length, "an id and a time in ms are needed");
    }
    if (sender > Integer.MAX_VALUE) {
      throw bad(name, number, length, "the id is too large");
    }
    if (!(time >= 0) || Double.isInfinite(time)) {
      throw bad(name, number, length, "a time of 0 ms or later is needed");
    }
  }

  /** Comments may be headers, as numpy.savetxt writes them; lines of words must be. */
  private void header(int from, boolean must, String name, int number, int length) {
    String text = new String(line, from, length - from, StandardCharsets.UTF_8).strip();
    List<String> cells =
        cells(text, text.indexOf('\t') < 0 && text.indexOf(',') < 0 && text.indexOf(';') < 0);
    SpikeColumns found = SpikeColumns.of(cells, units, name);
    if (found != null) {
      columns = found;
    } else if (must) {
      throw bad(
          name, number, length, "an id and a time are needed; a header names them sender, time_ms");
    }
  }

  private static List<String> cells(String text, boolean blanks) {
    return Stream.of(text.split(blanks ? "\\s+" : "[\\t,;]")).map(String::strip).toList();
  }

  /** The number of a cell; NaN unless it is a plain decimal. */
  private double number(int at, int end) {
    long digits = 0;
    int decimals = -1;
    int i = at;
    for (; i < end && i < at + 17; i++) {
      if (line[i] >= '0' && line[i] <= '9') {
        digits = digits * 10 + line[i] - '0';
        decimals += decimals < 0 ? 0 : 1;
      } else if (line[i] == '.' && decimals < 0) {
        decimals = 0;
      } else {
        break;
      }
    }
    if (i > at && i == end) {
      // Both are exact in a double, so the quotient is the nearest double to the text.
      return digits / POWERS[Math.max(0, decimals)];
    }
    try {
      return Double.parseDouble(new String(line, at, end - at, StandardCharsets.ISO_8859_1));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static boolean separates(byte b) {
    return b == '\t' || b == ' ' || b == '\r' || b == ',' || b == ';';
  }

  private int skip(int at, int length) {
    while (at < length && separates(line[at])) {
      at++;
    }
    return at;
  }

  private BadInput bad(String name, int number, int length, String need) {
    String text = EdfHeader.printable(new String(line, 0, Math.min(60, length)));
    return new BadInput(
        name + ", line " + number + ": \"" + text + "\": " + need + ". Is it a NEST spike file?");
  }

  private static final double[] POWERS = new double[18];

  static {
    for (int i = 0; i < POWERS.length; i++) {
      POWERS[i] = Double.parseDouble("1e" + i);
    }
  }
}
