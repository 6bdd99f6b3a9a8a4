package org.braindyn.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;

/**
 * Writes a file under a temporary name and moves it into place, so that none is left half-written.
 */
public final class AtomicFile {
  private AtomicFile() {}

  /** Writes the content. */
  @FunctionalInterface
  public interface Content {
    /** Writes everything to the stream; need not close it. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file, replacing an old one only when the new one is complete.
   *
   * @throws BadInput if the folder does not exist or cannot be written
   */
  public static void write(Path path, Content content) throws IOException {
    Path target = path.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new BadInput(
          "Cannot write " + path + ": its folder does not exist. Create it or choose another.");
    }
    if (Files.isDirectory(target)) {
      throw new BadInput("Cannot write " + path + ": a folder of that name is there already.");
    }
    Path temporary;
    OutputStream file;
    try {
      temporary = unused(folder, target.getFileName().toString());
      file = Files.newOutputStream(temporary, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new BadInput(
          "Cannot write into "
              + folder
              + ": "
              + Reason.of(e)
              + ". Choose a folder you may write to.",
          e);
    }
    try {
      try (OutputStream out = new BufferedOutputStream(file, 1 << 16)) {
        content.writeTo(out);
      }
      move(temporary, target);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * A new empty file that no other writer has: process numbers will not do, as two containers may
   * both be process 1. Not Files.createTempFile, whose files are readable by their owner only.
   */
  private static Path unused(Path folder, String name) throws IOException {
    while (true) {
      Path file = folder.resolve("." + name + "." + UUID.randomUUID() + ".part");
      try {
        return Files.createFile(file);
      } catch (FileAlreadyExistsException e) {
        // another name, then
      }
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException | FileAlreadyExistsException e) {
      // File systems in archives do not replace by an atomic move.
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
