package org.braindyn.io.eeglab;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.braindyn.data.Annotation;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Channel;
import org.braindyn.data.ChannelRecording;
import org.braindyn.data.Progress;
import org.braindyn.io.door.Beside;

/** An EEG structure to a recording. */
final class EeglabReader {
  private static final int PIECE = 1 << 15;

  private final Path path;
  private final String file;
  private final SetNode eeg;
  private final List<String> notes = new ArrayList<>();

  EeglabReader(Path path, SetNode eeg) {
    this.path = path;
    file = path.getFileName().toString();
    this.eeg = eeg;
  }

  ChannelRecording read(Progress progress) throws IOException {
    double rate = eeg.number("srate");
    int channels = whole("nbchan", 1, 1 << 20);
    int points = whole("pnts", 1, Integer.MAX_VALUE - 16);
    int trials = Double.isNaN(eeg.number("trials")) ? 1 : whole("trials", 1, 1 << 24);
    if (!(rate > 0) || Double.isInfinite(rate)) {
      throw new BadInput(file + ": srate=" + rate + " is no number of samples per second.");
    }
    if (trials > 1) {
      throw new BadInput(
          String.format(
              "%s holds %d epochs of %d samples, not a continuous recording: time jumps between"
                  + " them. In EEGLAB open the data set from before the epochs were cut and save it.",
              file, trials, points));
    }
    double[][] values = values(channels, points, progress);
    List<String> names = names(channels);
    List<Channel> list = new ArrayList<>();
    for (int c = 0; c < channels; c++) {
      list.add(new Channel(names.get(c), "uV", rate, values[c]));
    }
    return new ChannelRecording(list, events(rate), List.of(), null, notes, file);
  }

  private int whole(String field, int least, int most) {
    double value = eeg.number(field);
    if (!(value >= least && value <= most && value == Math.rint(value))) {
      throw new BadInput(
          file
              + (Double.isNaN(value)
                  ? " has no number \"" + field + "\". Is it an EEGLAB data set?"
                  : ": " + field + "=" + value + " is impossible."));
    }
    return (int) value;
  }

  private double[][] values(int channels, int points, Progress progress) throws IOException {
    SetNode.Samples inside = eeg.samples("data");
    if (inside == null) {
      return outside(channels, points, progress);
    }
    if (inside.rows() != channels || inside.columns() != points) {
      throw new BadInput(
          String.format(
              "%s: its data are %d x %d, but nbchan=%d and pnts=%d.",
              file, inside.rows(), inside.columns(), channels, points));
    }
    double[][] values = new double[channels][points];
    for (int t = 0; t < points; t++) {
      for (int c = 0; c < channels; c++) {
        values[c][t] = inside.at().value(c, t);
      }
    }
    return values;
  }

  /** Samples of a .fdt: little-endian float, all channels of one time after the other. */
  private double[][] outside(int channels, int points, Progress progress) throws IOException {
    Path data = fdt();
    String name = data.getFileName().toString();
    long needed = 4L * channels * points;
    long size = Files.size(data);
    if (size != needed) {
      throw new BadInput(
          String.format(
              "%s has %d bytes, but %s promises %d channels of %d samples (%d bytes). It is cut off"
                  + " or belongs to another data set.",
              name, size, file, channels, points, needed));
    }
    double[][] values = new double[channels][points];
    byte[] bytes = new byte[4 * PIECE];
    ByteBuffer b = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long all = (long) channels * points;
    int c = 0;
    int t = 0;
    try (InputStream in = Files.newInputStream(data)) {
      for (long at = 0; at < all; at += PIECE) {
        Cancelled.check(progress, "Reading");
        progress.report((double) at / all, "Reading " + name);
        int n = (int) Math.min(PIECE, all - at);
        if (in.readNBytes(bytes, 0, 4 * n) < 4 * n) {
          throw new BadInput(name + " ended while it was read. Copy it again.");
        }
        b.clear();
        for (int i = 0; i < n; i++) {
          values[c][t] = b.getFloat();
          if (++c == channels) {
            c = 0;
            t++;
          }
        }
      }
    }
    return values;
  }

  /** The file that is named, or one of the data set's own name (people rename data sets). */
  private Path fdt() {
    String named = eeg.text("data") == null ? eeg.text("datfile") : eeg.text("data");
    if (named == null) {
      throw new BadInput(file + " holds no data and names no file of data. Save it again.");
    }
    if (named.toLowerCase(java.util.Locale.ROOT).endsWith(".dat")) {
      throw new BadInput(
          file
              + ": its samples are in \""
              + named
              + "\" of an old layout. Save it again in EEGLAB.");
    }
    try {
      return Beside.of(path, named);
    } catch (BadInput e) {
      Path own = path.resolveSibling(file.replaceFirst("(?i)\\.set$", "") + ".fdt");
      if (!Files.isRegularFile(own)) {
        throw e;
      }
      notes.add("The file \"" + named + "\" is not there; " + own.getFileName() + " was read.");
      return own;
    }
  }

  private List<String> names(int channels) {
    List<SetNode> places = eeg.records("chanlocs");
    List<String> names = new ArrayList<>();
    Set<String> used = new HashSet<>();
    boolean given = places.size() == channels;
    for (int c = 0; c < channels; c++) {
      String label = given ? places.get(c).text("labels") : null;
      String plain = label == null ? String.format("EEG %03d", c) : label;
      String name = plain;
      for (int k = 2; !used.add(name); k++) {
        name = plain + " (" + k + ")";
      }
      names.add(name);
    }
    if (!given) {
      notes.add(
          "The data set describes "
              + places.size()
              + " channels but has "
              + channels
              + "; they are numbered from EEG 000 on.");
    }
    return names;
  }

  private List<Annotation> events(double rate) {
    List<Annotation> found = new ArrayList<>();
    int boundaries = 0;
    int odd = 0;
    for (SetNode event : eeg.records("event")) {
      double latency = event.number("latency");
      double length = event.number("duration");
      String type = event.text("type");
      double code = event.number("type");
      if (type == null && !Double.isNaN(code)) {
        type = code == Math.rint(code) ? Long.toString((long) code) : Double.toString(code);
      }
      if (Double.isNaN(latency) || type == null) {
        odd++;
        continue;
      }
      boundaries += type.equals("boundary") ? 1 : 0;
      // Latencies count samples from 1; a boundary's duration is what was cut out there.
      double seconds = type.equals("boundary") || !(length > 0) ? 0 : length / rate;
      found.add(new Annotation((latency - 1) / rate, seconds, type, ""));
    }
    if (boundaries > 0) {
      notes.add(
          "Parts were cut out at "
              + boundaries
              + " places (events \"boundary\"); time jumps there, which the samples do not show.");
    }
    if (odd > 0) {
      notes.add(odd + " events have no type or no latency and were left out.");
    }
    found.sort(Comparator.comparingDouble(Annotation::onset));
    return found;
  }
}
