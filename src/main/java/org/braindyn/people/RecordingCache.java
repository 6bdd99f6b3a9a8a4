package org.braindyn.people;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.io.AtomicFile;
import org.braindyn.io.FilledFile;
import org.braindyn.signal.MappedRecording;
import org.braindyn.signal.Recording;
import org.braindyn.training.dataset.DataSetEntry;

/**
 * A folder of recordings as floats, mapped into memory as they are read. In the user's own folder
 * they stay and are found again; in a temporary one they are deleted at the end.
 */
final class RecordingCache implements AutoCloseable {
  private static final String ENDING = ".f32";

  private final boolean keep;
  private final double resample;
  private final List<Path> files = new ArrayList<>();
  private Path folder;
  private boolean used;

  /**
   * @param folder where to keep recordings; null for a temporary folder
   * @param resample time between samples in s that they were brought to, 0 for their own
   */
  RecordingCache(Path folder, double resample) {
    this.resample = resample;
    this.folder = folder;
    keep = folder != null;
  }

  /** True once a recording is kept here. */
  boolean used() {
    return used;
  }

  /** Takes over a recording that is kept already, if it is of these regions; else null. */
  Recording find(DataSetEntry entry, RegionSignals like) throws IOException {
    if (!keep || !Files.isDirectory(folder)) {
      return null;
    }
    Path cached = folder.resolve(name(entry, like.interval()));
    Path about = about(cached);
    if (!Files.isRegularFile(cached) || !Files.isRegularFile(about)) {
      return null;
    }
    String[] lines = Files.readString(about).split("\n", 2);
    if (lines.length < 2 || !lines[1].equals(names(like)) || !lines[0].matches("\\d{1,9}")) {
      return null;
    }
    used = true;
    int frames = Integer.parseInt(lines[0]);
    String source = entry.file().getFileName().toString();
    return MappedRecording.open(
            cached, source, entry.person(), like.size(), frames, like.interval())
        .withFilled(resample > 0 ? null : FilledFile.marks(entry.file(), like.size(), frames));
  }

  /** Keeps a recording. */
  Recording add(RegionSignals signals, DataSetEntry entry) throws IOException {
    if (folder == null) {
      folder = Files.createTempDirectory("braindyn-recordings");
      folder.toFile().deleteOnExit(); // if Java is told to end before close()
    }
    Files.createDirectories(folder);
    long size = (long) Float.BYTES * signals.size() * signals.frames();
    if (Files.getFileStore(folder).getUsableSpace() < size + (1 << 20)) {
      throw new BadInput(
          "The recordings do not fit into memory and the disk of "
              + folder
              + " is full. Give cache=[a folder with more room], or start with more memory.");
    }
    used = true;
    Path cached = folder.resolve(name(entry, signals.interval()));
    files.add(cached);
    if (!keep) {
      cached.toFile().deleteOnExit();
    }
    Recording result =
        MappedRecording.write(signals, entry.person(), cached).withFilled(signals.filled());
    if (keep) {
      String text = signals.frames() + "\n" + names(signals);
      AtomicFile.write(about(cached), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
    return result;
  }

  /** For the log. */
  String describe(int recordings) {
    return recordings
        + " recordings are read from files in "
        + folder
        + " (as 32-bit numbers), because they would take more than a quarter of the memory"
        + (keep ? "; they are kept there." : "; they are deleted at the end.");
  }

  /** The source's name, and a number that changes with its place, size and date. */
  private String name(DataSetEntry entry, double interval) throws IOException {
    Path file = entry.file();
    String stem = file.getFileName().toString();
    CRC32 crc = new CRC32();
    String key =
        file.toAbsolutePath()
            + "|"
            + Files.size(file)
            + "|"
            + Files.getLastModifiedTime(file)
            + "|"
            + interval
            + "|"
            + resample
            + (entry.tableRun() > 0 ? "|run " + entry.tableRun() : "");
    crc.update(key.getBytes(StandardCharsets.UTF_8));
    return stem + "-" + Long.toHexString(crc.getValue()) + ENDING;
  }

  private static Path about(Path cached) {
    return cached.resolveSibling(cached.getFileName() + ".txt");
  }

  private static String names(RegionSignals signals) {
    return String.join("\n", signals.regions().names());
  }

  @Override
  public void close() {
    if (keep || folder == null) {
      return;
    }
    files.add(folder);
    for (Path path : files) {
      File file = path.toFile();
      if (!file.delete() && file.exists()) {
        file.deleteOnExit(); // Windows holds mapped files until Java ends
      }
    }
    files.clear();
    folder = null;
  }
}
