package org.braindyn.io.cifti;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.unit.SamplingInterval;
import org.braindyn.io.door.FileStart;

/**
 * A CIFTI-2 file: header, what its rows and columns mean, and its values when they are asked for.
 *
 * @param path the file
 * @param header its checked header
 * @param along what the index within a row means (matrix dimension 0)
 * @param down what the number of a row means (matrix dimension 1)
 */
record CiftiFile(Path path, CiftiHeader header, CiftiAxis along, CiftiAxis down) {
  private static final int PIECE = 1 << 13;

  /** NIfTI intent codes of CIFTI-2 and the endings that go with them. */
  static final Map<Integer, String> KINDS =
      Map.ofEntries(
          Map.entry(3001, ".dconn.nii"),
          Map.entry(3002, ".dtseries.nii"),
          Map.entry(3003, ".pconn.nii"),
          Map.entry(3004, ".ptseries.nii"),
          Map.entry(3006, ".dscalar.nii"),
          Map.entry(3007, ".dlabel.nii"),
          Map.entry(3008, ".pscalar.nii"),
          Map.entry(3009, ".pdconn.nii"),
          Map.entry(3010, ".dpconn.nii"),
          Map.entry(3011, ".pconnseries.nii"),
          Map.entry(3012, ".pconnscalar.nii"));

  /**
   * True if the file is a CIFTI file of this kind: by its ending where it has one of the kinds',
   * for intent codes are often wrong; else by its intent.
   *
   * @param ending e.g. .ptseries.nii
   */
  static boolean is(FileStart file, String ending) {
    for (String known : KINDS.values()) {
      if (file.ends(known)) {
        return known.equals(ending);
      }
    }
    return ending.equals(KINDS.get(intent(file)));
  }

  /** Intent code of a CIFTI file, 0 if the file is none. */
  private static int intent(FileStart file) {
    byte[] bytes = file.bytes();
    if (bytes.length < CiftiHeader.BYTES || !file.text().startsWith("n+2\0", 4)) {
      return 0;
    }
    ByteBuffer b = ByteBuffer.wrap(bytes);
    b.order(
        b.getInt(0) == CiftiHeader.BYTES
            ? java.nio.ByteOrder.BIG_ENDIAN
            : java.nio.ByteOrder.LITTLE_ENDIAN);
    int code = b.getInt(504);
    return code >= 3000 && code < 3100 ? code : 0;
  }

  /**
   * Opens a file.
   *
   * @throws BadInput if it is damaged, or its XML contradicts its header
   */
  static CiftiFile open(Path path) throws IOException {
    String file = path.getFileName().toString();
    if (FileStart.of(path).gzipped()) {
      throw new BadInput(file + " is a gzip file, which CIFTI does not know. Unpack it: gunzip.");
    }
    CiftiHeader header = CiftiHeader.read(path);
    CiftiAxis[] axes = CiftiXml.read(header.xml(), file);
    if (axes[0] == null || axes[1] == null) {
      throw new BadInput(file + ": its XML does not describe both matrix dimensions.");
    }
    if (axes[0].size() != header.row() || axes[1].size() != header.rows()) {
      throw new BadInput(
          String.format(
              "%s: its XML describes %d x %d values, its header %d x %d.",
              file, axes[1].size(), axes[0].size(), header.rows(), header.row()));
    }
    return new CiftiFile(path, header, axes[0], axes[1]);
  }

  String name() {
    return path.getFileName().toString();
  }

  /** All values, [row][index within the row]. */
  double[][] matrix() throws IOException {
    double[][] values = new double[header.rows()][header.row()];
    rows((row, at, value) -> values[row][at] = value);
    return values;
  }

  /** Takes one value. */
  @FunctionalInterface
  interface Taker {
    /** Value {@code at} of row {@code row}. */
    void take(int row, int at, double value);
  }

  /** Hands over every value in the order of the file. */
  void rows(Taker taker) throws IOException {
    int width = header.width(name());
    byte[] bytes = new byte[PIECE * width];
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(header.order());
    try (InputStream in = Files.newInputStream(path)) {
      in.skipNBytes(header.offset());
      for (int row = 0; row < header.rows(); row++) {
        for (int at = 0; at < header.row(); at += PIECE) {
          int n = Math.min(PIECE, header.row() - at);
          if (in.readNBytes(bytes, 0, n * width) < n * width) {
            throw new BadInput(name() + " ends early, in row " + (row + 1) + ". Copy it again.");
          }
          buffer.clear();
          for (int i = 0; i < n; i++) {
            taker.take(row, at + i, header.value(buffer));
          }
        }
      }
    }
  }

  /** Time between points in s, NaN if the series is not one of seconds; notes say why. */
  static double interval(CiftiAxis.Series series, List<String> notes) {
    if (!series.unit().equals("SECOND")) {
      notes.add("The points of the series are in " + series.unit() + ", so no interval is known.");
      return Double.NaN;
    }
    if (!(series.step() > 0) || Double.isInfinite(series.step())) {
      notes.add(
          "The file gives a step of " + series.step() + " s; give the interval (in s) yourself.");
      return Double.NaN;
    }
    // 72 x 10^-2 must be 0.72.
    double step = Double.parseDouble(String.format(Locale.ROOT, "%.12g", series.step()));
    String warning = SamplingInterval.SIGNALS.warning(step, "The series");
    if (!warning.isEmpty()) {
      notes.add(warning);
      return Double.NaN;
    }
    return step;
  }
}
