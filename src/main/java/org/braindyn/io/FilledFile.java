package org.braindyn.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.text.CellMarks;

/**
 * Which values of a file of signals were filled: a text beside it, {@code NAME.filled}, with lines
 * {@code rows | frames}, the first being 0.
 */
public final class FilledFile {
  private static final String SIZE = "# filled values, rows | frames, of ";

  private FilledFile() {}

  /** The text beside a file of signals. */
  public static Path of(Path file) {
    return file.resolveSibling(file.getFileName() + ".filled");
  }

  /**
   * Writes the marks beside a file, or removes old ones if nothing was filled.
   *
   * @param file of the signals
   */
  public static void write(Path file, RegionSignals signals) throws IOException {
    write(file, signals.filled());
  }

  /**
   * The same.
   *
   * @param marks [region][time], true where filled; null for nowhere
   */
  public static void write(Path file, boolean[][] marks) throws IOException {
    List<String> lines = CellMarks.lines(marks);
    if (lines.isEmpty()) {
      Files.deleteIfExists(of(file));
      return;
    }
    String head = SIZE + size(marks.length, marks[0].length) + "\n";
    String text = head + String.join("\n", lines) + "\n";
    AtomicFile.write(of(file), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Signals with the marks that lie beside their file, if any.
   *
   * @throws BadInput if the marks are those of other signals
   */
  public static Imported marked(Imported read, Path file) throws IOException {
    boolean[][] marks = marks(file, read.signals().size(), read.signals().frames());
    if (marks == null) {
      return read;
    }
    List<String> notes = new ArrayList<>(read.notes());
    notes.add("Values that " + of(file).getFileName() + " marks as filled are never tested on.");
    return new Imported(read.signals().withFilled(marks), notes);
  }

  /**
   * The marks beside a file.
   *
   * @param regions of the signals in the file
   * @param frames of them
   * @return [region][time]; null if there are none
   * @throws BadInput if the marks are those of other signals
   */
  public static boolean[][] marks(Path file, int regions, int frames) throws IOException {
    if (!Files.isRegularFile(of(file))) {
      return null;
    }
    List<String> lines = Files.readAllLines(of(file));
    if (lines.isEmpty() || !lines.get(0).equals(SIZE + size(regions, frames))) {
      throw new BadInput(
          of(file)
              + " marks filled values of other signals than "
              + file.getFileName()
              + " ("
              + size(regions, frames)
              + "). Fill again, or delete it if the signals were made anew.");
    }
    List<String> marks = lines.subList(1, lines.size()).stream().filter(l -> !l.isBlank()).toList();
    return CellMarks.parse(marks, regions, frames, of(file).getFileName().toString());
  }

  private static String size(int regions, int frames) {
    return regions + " regions x " + frames + " frames";
  }
}
