package org.braindyn.io.brainvision;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;

/** The samples of a BrainVision recording, as [channel][sample] in each channel's unit. */
final class VhdrSamples {
  private static final int PIECE = 1 << 15;

  private final VhdrHeader header;
  private final String file;
  private final int channels;

  private VhdrSamples(VhdrHeader header) {
    this.header = header;
    file = header.data().getFileName().toString();
    channels = header.channels().size();
  }

  static double[][] read(VhdrHeader header, List<String> notes, Progress progress)
      throws IOException {
    VhdrSamples reader = new VhdrSamples(header);
    double[][] values = header.ascii() ? reader.text() : reader.binary(notes, progress);
    for (int c = 0; c < values.length; c++) {
      double step = header.channels().get(c).resolution();
      for (int t = 0; step != 1 && t < values[c].length; t++) {
        values[c][t] *= step;
      }
    }
    return values;
  }

  private double[][] binary(List<String> notes, Progress progress) throws IOException {
    int width = header.type().endsWith("16") ? 2 : 4;
    long size = Files.size(header.data());
    long frame = (long) width * channels;
    long points = header.points() > 0 ? header.points() : size / frame;
    if (points * frame > size || points == 0) {
      throw new BadInput(
          String.format(
              "%s ends early: %s promises %d samples of %d channels (%d bytes), %d bytes are there."
                  + " Copy it again.",
              file, header.text().file, points, channels, points * frame, size));
    }
    if (points > Integer.MAX_VALUE - 16) {
      throw new BadInput(file + ": " + points + " samples per channel are too many to read.");
    }
    if (points * frame < size) {
      notes.add((size - points * frame) + " bytes at the end of " + file + " were not read.");
    }
    double[][] values = new double[channels][(int) points];
    ByteOrder order = header.big() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    byte[] bytes = new byte[PIECE * width];
    ByteBuffer b = ByteBuffer.wrap(bytes).order(order);
    long all = points * channels;
    try (InputStream in = Files.newInputStream(header.data())) {
      int c = 0;
      int t = 0;
      for (long at = 0; at < all; at += PIECE) {
        Cancelled.check(progress, "Reading");
        progress.report((double) at / all, "Reading " + file);
        int n = (int) Math.min(PIECE, all - at);
        if (in.readNBytes(bytes, 0, n * width) < n * width) {
          throw new BadInput(file + " ended while it was read. Copy it again.");
        }
        b.clear();
        for (int i = 0; i < n; i++) {
          values[c][t] = stored(b);
          if (header.vectorized()) {
            if (++t == points) {
              t = 0;
              c++;
            }
          } else if (++c == channels) {
            c = 0;
            t++;
          }
        }
      }
    }
    return values;
  }

  private double stored(ByteBuffer b) {
    return switch (header.type()) {
      case "INT_16" -> b.getShort();
      case "UINT_16" -> b.getShort() & 0xffff;
      case "INT_32" -> b.getInt();
      default -> b.getFloat();
    };
  }

  /** Text: one line per sample, or one per channel that may begin with the channel's name. */
  private double[][] text() throws IOException {
    String section = "ascii infos";
    int lines = count(header.text().number(section, "skiplines"));
    int columns = count(header.text().number(section, "skipcolumns"));
    List<double[]> rows = new ArrayList<>();
    try (BufferedReader in = Files.newBufferedReader(header.data(), StandardCharsets.ISO_8859_1)) {
      int number = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        if (number > lines && !line.isBlank()) {
          rows.add(numbers(line, columns, number));
        }
      }
    }
    int expected = header.vectorized() ? channels : rows.isEmpty() ? 0 : rows.get(0).length;
    if (header.vectorized() ? rows.size() != channels : expected != channels) {
      throw new BadInput(
          String.format(
              "%s has %d %s; %s describes %d channels.",
              file,
              header.vectorized() ? rows.size() : expected,
              header.vectorized() ? "lines" : "numbers in a line",
              header.text().file,
              channels));
    }
    for (double[] row : rows) {
      if (row.length != rows.get(0).length) {
        throw new BadInput(file + ": its lines differ in length.");
      }
    }
    double[][] matrix = rows.toArray(new double[0][]);
    if (header.vectorized()) {
      return matrix;
    }
    double[][] values = new double[channels][matrix.length];
    for (int t = 0; t < matrix.length; t++) {
      for (int c = 0; c < channels; c++) {
        values[c][t] = matrix[t][c];
      }
    }
    return values;
  }

  private static int count(double number) {
    return Double.isNaN(number) ? 0 : (int) number;
  }

  private double[] numbers(String line, int skip, int number) {
    StringTokenizer cells = new StringTokenizer(line);
    for (int i = 0; i < skip && cells.hasMoreTokens(); i++) {
      cells.nextToken();
    }
    double[] values = new double[cells.countTokens()];
    for (int i = 0; i < values.length; i++) {
      values[i] = header.text().parse(cells.nextToken(), file + ", line " + number);
    }
    return values;
  }
}
