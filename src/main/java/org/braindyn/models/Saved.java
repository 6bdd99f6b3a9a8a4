package org.braindyn.models;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.data.RegionSignals;
import org.braindyn.io.arrays.NpySignals;
import org.braindyn.io.cifti.PtSeriesWriter;
import org.braindyn.io.derivatives.DerivativeSignals;
import org.braindyn.io.tables.TimeSeriesWriter;

/** Files that are read and written, and what is said when that fails. */
public final class Saved {
  private Saved() {}

  /** Writes one file. */
  @FunctionalInterface
  public interface Writer {
    void to(Path file) throws IOException;
  }

  /** Writes a file; what goes wrong becomes a sentence. */
  public static void write(Path file, Writer writer) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new BadInput(
          "file=" + file + ": its folder does not exist. Create it or choose another file.");
    }
    try {
      writer.to(file);
    } catch (IOException e) {
      throw new BadInput(
          file + " cannot be written: " + Reason.of(e) + ". Choose another file.", e);
    }
  }

  /** Signals in the format that the file's ending names. */
  public static void signals(Path file, RegionSignals signals, int first) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    write(
        file,
        to -> {
          if (name.endsWith(".ptseries.nii")) {
            PtSeriesWriter.write(to, signals, null);
          } else if (name.endsWith("_timeseries.tsv")) {
            DerivativeSignals.write(to, signals);
          } else if (name.matches("(?s).*\\.(csv|tsv)")) {
            TimeSeriesWriter.write(to, signals, first);
          } else if (name.matches("(?s).*\\.np[yz]")) {
            NpySignals.write(to, signals);
          } else {
            throw new BadInput(
                "file="
                    + file
                    + ": the ending names no format of signals. Use .csv, .tsv, .npy, .npz,"
                    + " .ptseries.nii or _timeseries.tsv; paint them on labels for .nii.");
          }
        });
  }

  /** A file that must be there. */
  public static File existing(String what, String file) {
    if (file == null || file.isBlank()) {
      throw new BadInput(what + " is missing. Give the name of a file.");
    }
    File there = new File(file);
    if (!there.isFile()) {
      throw new BadInput(
          file
              + " cannot be read: "
              + Reason.of(new NoSuchFileException(file))
              + ". Check its name ("
              + what
              + ").");
    }
    return there;
  }

  /** The same, null for none. */
  public static File optional(String what, String file) {
    return file == null || file.isBlank() ? null : existing(what, file);
  }
}
