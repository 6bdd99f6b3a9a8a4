package org.braindyn.io.edf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.Annotation;
import org.braindyn.data.BadInput;
import org.braindyn.data.Channel;
import org.braindyn.data.ChannelRecording;
import org.braindyn.data.Reason;
import org.braindyn.io.AtomicFile;

/**
 * Writes EDF+C with records of one second, so that samples are EEG others can open. Values are
 * rounded to 65 536 steps between each channel's minimum and maximum; NaN becomes the minimum.
 */
public final class EdfWriter {
  private static final int ANNOTATION_SAMPLES = 60;
  private static final int STEPS = 32767;

  private EdfWriter() {}

  /**
   * Writes a recording; its last incomplete second is left out.
   *
   * @throws BadInput if a rate is not a whole number or the file cannot be written
   */
  public static void write(ChannelRecording recording, Path file) {
    int seconds = (int) Math.floor(recording.duration() + 1e-9);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Channel> channels = recording.channels();
    double[] low = new double[channels.size()];
    double[] high = new double[channels.size()];
    range(recording, low, high);
    header(out, recording, seconds, low, high);
    for (int second = 0; second < seconds; second++) {
      for (int c = 0; c < channels.size(); c++) {
        int rate = (int) channels.get(c).rate();
        for (int i = 0; i < rate; i++) {
          int k = second * rate + i;
          double[] values = channels.get(c).values();
          double value = k < values.length && !Double.isNaN(values[k]) ? values[k] : low[c];
          double share = (value - low[c]) / (high[c] - low[c]);
          int digital = (int) Math.round(share * 2 * STEPS) - STEPS;
          out.write(digital & 0xff);
          out.write(digital >> 8 & 0xff);
        }
      }
      annotations(out, recording, second, seconds);
    }
    save(out.toByteArray(), file);
  }

  private static void save(byte[] bytes, Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      AtomicFile.write(file, stream -> stream.write(bytes));
    } catch (IOException e) {
      throw new BadInput(
          file + " cannot be written: " + Reason.of(e) + ". Choose another folder.", e);
    }
  }

  private static void range(ChannelRecording recording, double[] low, double[] high) {
    for (int c = 0; c < low.length; c++) {
      Channel channel = recording.channels().get(c);
      if (channel.rate() != Math.rint(channel.rate()) || channel.rate() < 1) {
        throw new BadInput(
            "Channel \""
                + channel.name()
                + "\" has "
                + channel.rate()
                + " samples per second; a whole number is needed. Resample it first.");
      }
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      for (double v : channel.values()) {
        least = v < least ? v : least;
        most = v > most ? v : most;
      }
      // The header has 8 characters per number: round outwards to what fits.
      low[c] = least > most ? -1 : Math.floor(least);
      high[c] = least > most ? 1 : Math.max(Math.ceil(most), low[c] + 1);
    }
  }

  private static void header(
      ByteArrayOutputStream out, ChannelRecording r, int seconds, double[] low, double[] high) {
    int n = r.channels().size() + 1;
    put(out, "0", 8);
    put(out, "X X X X", 80);
    put(out, "Startdate X X X X", 80);
    put(out, "01.01.00", 8);
    put(out, "00.00.00", 8);
    put(out, "" + 256 * (n + 1), 8);
    put(out, "EDF+C", 44);
    put(out, "" + seconds, 8);
    put(out, "1", 8);
    put(out, "" + n, 4);
    List<Channel> channels = r.channels();
    channels.forEach(c -> put(out, c.name(), 16));
    put(out, "EDF Annotations", 16);
    put(out, "", 80 * n);
    channels.forEach(c -> put(out, c.unit(), 8));
    put(out, "", 8);
    for (double v : low) {
      put(out, String.format(Locale.ROOT, "%.0f", v), 8);
    }
    put(out, "-1", 8);
    for (double v : high) {
      put(out, String.format(Locale.ROOT, "%.0f", v), 8);
    }
    put(out, "1", 8);
    channels.forEach(c -> put(out, "" + -STEPS, 8));
    put(out, "-32768", 8);
    channels.forEach(c -> put(out, "" + STEPS, 8));
    put(out, "32767", 8);
    put(out, "", 80 * n);
    channels.forEach(c -> put(out, String.format(Locale.ROOT, "%.0f", c.rate()), 8));
    put(out, "" + ANNOTATION_SAMPLES, 8);
    put(out, "", 32 * n);
  }

  private static void annotations(
      ByteArrayOutputStream out, ChannelRecording r, int second, int seconds) {
    StringBuilder text = new StringBuilder("+" + second + "\u0014\u0014\0");
    for (Annotation a : r.annotations()) {
      int home = (int) Math.max(0, Math.min(seconds - 1, Math.floor(a.onset())));
      if (home == second) {
        text.append(String.format(Locale.ROOT, "%+.4f\u0015%.4f", a.onset(), a.duration()));
        text.append('\u0014').append(a.text()).append("\u0014\0");
      }
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    if (bytes.length > 2 * ANNOTATION_SAMPLES) {
      throw new BadInput(
          "Second " + second + " has more annotations than fit into a record. Remove some.");
    }
    out.writeBytes(bytes);
    out.writeBytes(new byte[2 * ANNOTATION_SAMPLES - bytes.length]);
  }

  private static void put(ByteArrayOutputStream out, String text, int width) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < width; i++) {
      out.write(i < bytes.length ? bytes[i] : ' ');
    }
  }
}
