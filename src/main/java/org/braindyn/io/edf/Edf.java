package org.braindyn.io.edf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.braindyn.data.Annotation;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Channel;
import org.braindyn.data.ChannelRecording;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.braindyn.io.edf.EdfHeader.Signal;

/**
 * Reads EDF, EDF+C, EDF+D and BDF: physical = (digital - digitalMin) * (physicalMax - physicalMin)
 * / (digitalMax - digitalMin) + physicalMin. See docs/formats.md for what is accepted and refused.
 */
public final class Edf {
  /** Gaps may make a recording this many times longer than what was recorded. */
  private static final double LONGEST_GAPS = 50;

  private static final int MOST_TOLD = 16;
  private static final long MOST_RECORD_BYTES = 1L << 30;

  private Edf() {}

  /** Reads a file with the default options. */
  public static ChannelRecording read(Path file) {
    return read(file, EdfOptions.DEFAULT, Progress.NONE);
  }

  /**
   * Reads a file.
   *
   * @throws BadInput if it is not EDF or BDF, is damaged, or ends early
   */
  public static ChannelRecording read(Path file, EdfOptions options, Progress progress) {
    String name = file.getFileName().toString();
    if (!Files.isRegularFile(file)) {
      throw new BadInput("There is no file " + file + ". Check its name.");
    }
    try (FileChannel channel = FileChannel.open(file)) {
      EdfHeader header = header(channel, name);
      List<String> notes = new ArrayList<>();
      int records = records(channel.size(), header, options, name, notes);
      List<Signal> chosen = choose(header, options, name, notes);
      EdfRecords body = new EdfRecords(header, chosen, records, name);
      read(channel, header, body, records, progress);
      return assemble(header, chosen, body, options, notes, name);
    } catch (IOException e) {
      throw new BadInput(name + " cannot be read: " + Reason.of(e) + ".", e);
    }
  }

  private static EdfHeader header(FileChannel channel, String name) throws IOException {
    if (channel.size() < EdfHeader.FIXED) {
      throw new BadInput(
          name
              + " has "
              + channel.size()
              + " bytes; an EDF file has at least 256. It is empty or was cut off; copy it again.");
    }
    byte[] fixed = bytes(channel, 0, EdfHeader.FIXED);
    int length = EdfHeader.FIXED * (EdfHeader.signalCount(fixed, name) + 1);
    if (channel.size() < length) {
      throw new BadInput(
          String.format(
              "%s has %d bytes, but its header alone should have %d. It was cut off; copy it again.",
              name, channel.size(), length));
    }
    return EdfHeader.parse(bytes(channel, 0, length), name);
  }

  /** The number of records to read. */
  private static int records(
      long size, EdfHeader header, EdfOptions options, String name, List<String> notes) {
    long recordBytes = header.recordBytes();
    if (recordBytes == 0) {
      throw new BadInput(name + ": no signal has any sample. There is nothing to import.");
    }
    if (recordBytes > MOST_RECORD_BYTES) {
      throw new BadInput(
          name + ": a record would have " + recordBytes + " bytes. The header is damaged.");
    }
    long present = (size - header.bytes()) / recordBytes;
    long stated = header.records();
    if (stated < -1) {
      throw new BadInput(
          name + ": the header's number of records is " + stated + ". The file is damaged.");
    }
    if (stated == -1) {
      notes.add("The header does not say how many records there are; " + present + " were found.");
      stated = present;
    }
    if (stated > present) {
      if (!options.truncated()) {
        throw new BadInput(
            String.format(
                "%s ends early: the header announces %d records, %d are whole. Copy the file again,"
                    + " or allow truncated files to read the whole records.",
                name, stated, present));
      }
      notes.add("The file ends early: " + present + " of " + stated + " records are whole.");
      stated = present;
    } else if (size > header.bytes() + stated * recordBytes) {
      notes.add(
          size - header.bytes() - stated * recordBytes + " bytes after the last record ignored.");
    }
    if (stated == 0) {
      throw new BadInput(name + " has a header but no data record. There is nothing to import.");
    }
    return Math.toIntExact(Math.min(stated, Integer.MAX_VALUE));
  }

  private static List<Signal> choose(
      EdfHeader header, EdfOptions options, String name, List<String> notes) {
    List<Signal> chosen = new ArrayList<>();
    int nameless = 0;
    List<String> others = new ArrayList<>();
    for (Signal signal : header.signals()) {
      if (signal.annotations()) {
        continue;
      }
      if (!options.channels().test(signal.label())) {
        others.add(EdfHeader.printable(signal.label()));
        continue;
      }
      if (signal.label().matches("[-.]+")) {
        nameless++; // CHB-MIT's separators between chains of electrodes
        continue;
      }
      String remedy =
          String.format(
              " of channel \"%s\". Leave that channel out: channels=[!%1$s].",
              EdfHeader.printable(signal.label()));
      if (signal.digitalMax() <= signal.digitalMin()) {
        throw new BadInput(
            String.format(
                "%s: digital minimum %s is not below digital maximum %s%s",
                name, signal.digitalMin(), signal.digitalMax(), remedy));
      }
      if (signal.physicalMax() == signal.physicalMin()) {
        throw new BadInput(
            String.format(
                "%s: physical minimum and maximum are both %s%s",
                name, signal.physicalMin(), remedy));
      }
      if (signal.samples() == 0) {
        throw new BadInput(name + ": 0 samples per record" + remedy);
      }
      if (header.recordDuration() == 0) {
        throw new BadInput(
            name + ": records last 0 s, so the sampling rate is unknown. The file is damaged.");
      }
      chosen.add(signal);
    }
    if (nameless > 0) {
      notes.add(nameless + " channels called \"-\" hold no electrode and were left out.");
    }
    if (chosen.isEmpty() && header.signals().stream().allMatch(Signal::annotations)) {
      throw new BadInput(
          name + " holds annotations only, no signal. Give it as labels, beside its recording.");
    }
    if (chosen.isEmpty()) {
      throw new BadInput(
          name
              + ": no channel was chosen. The file has "
              + String.join(", ", header.signals().stream().map(Signal::label).limit(12).toList())
              + ". Choose other channels, or all of them (montage=[all channels]).");
    }
    if (!others.isEmpty()) {
      notes.add(
          "Not read: "
              + String.join(", ", others.subList(0, Math.min(MOST_TOLD, others.size())))
              + (others.size() > MOST_TOLD ? ", ... (" + others.size() + " channels)" : "")
              + ".");
    }
    return chosen;
  }

  private static void read(
      FileChannel channel, EdfHeader header, EdfRecords body, int records, Progress progress)
      throws IOException {
    long recordBytes = header.recordBytes();
    int atOnce = (int) Math.max(1, Math.min(records, (4L << 20) / recordBytes));
    ByteBuffer block = ByteBuffer.allocate(Math.toIntExact(atOnce * recordBytes));
    channel.position(header.bytes());
    for (int r = 0; r < records; r += atOnce) {
      Cancelled.check(progress, "Reading");
      progress.report((double) r / records, "Reading records");
      int count = Math.min(atOnce, records - r);
      block.clear().limit(Math.toIntExact(count * recordBytes));
      while (block.hasRemaining()) {
        if (channel.read(block) < 0) {
          throw new IOException("it ended early");
        }
      }
      for (int k = 0; k < count; k++) {
        body.add(block.array(), Math.toIntExact(k * recordBytes), r + k);
      }
    }
  }

  private static ChannelRecording assemble(
      EdfHeader header,
      List<Signal> chosen,
      EdfRecords body,
      EdfOptions options,
      List<String> notes,
      String name) {
    EdfTimeline timeline = new EdfTimeline(header, body.starts(), options.gaps(), name);
    double longer = timeline.span() / (header.recordDuration() * body.starts().length);
    if (longer > LONGEST_GAPS) {
      throw new BadInput(
          String.format(
              "%s: gaps make the recording %.0f times longer than what was recorded. Join the"
                  + " records (gaps = JOIN) or cut the file.",
              name, longer));
    }
    List<Channel> channels = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int c = 0; c < chosen.size(); c++) {
      Signal signal = chosen.get(c);
      String label = unique(signal.label(), names, notes);
      names.add(label);
      double rate = signal.samples() / header.recordDuration();
      double[] values = timeline.place(body.take(c), signal.samples(), rate);
      channels.add(new Channel(label, signal.unit(), rate, values));
    }
    notes.addAll(timeline.notes());
    notes.addAll(body.annotations().notes());
    if (header.start() == null) {
      notes.add("The start date or time is not valid; it is taken as unknown.");
    }
    List<Annotation> annotations = new ArrayList<>();
    for (Annotation a : body.annotations().found()) {
      double onset = timeline.moved(a.onset());
      annotations.add(new Annotation(onset, a.duration(), a.text(), a.channel()));
    }
    annotations.sort(Comparator.comparingDouble(Annotation::onset));
    return new ChannelRecording(
        channels, annotations, timeline.gaps(), header.start(), notes, name);
  }

  private static String unique(String label, List<String> taken, List<String> notes) {
    String base = label.isBlank() ? "unnamed" : EdfHeader.printable(label);
    String name = base;
    for (int k = 2; taken.contains(name); k++) {
      name = base + " (" + k + ")";
    }
    if (!name.equals(base)) {
      notes.add("There are several channels \"" + base + "\"; one is called \"" + name + "\".");
    }
    return name;
  }

  private static byte[] bytes(FileChannel channel, long from, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, from + buffer.position()) < 0) {
        throw new IOException("it ended early");
      }
    }
    return Arrays.copyOf(buffer.array(), length);
  }
}
