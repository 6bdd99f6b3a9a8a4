package org.braindyn.scans;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Rows of a batch as they are done, appended to a file that lies beside the results until the list
 * of all scans is written: who looks, or comes after a crash, sees how far it went.
 */
final class ScanJournal implements AutoCloseable {
  static final String ENDING = ".journal.tsv";

  private final Path file;
  private final SeekableByteChannel channel;

  /**
   * @param list name of the list of scans that will follow
   */
  ScanJournal(Path folder, String list) throws IOException {
    file = folder.resolve(list.replaceFirst("\\.tsv$", "") + ENDING);
    boolean fresh = !Files.exists(file);
    channel = Files.newByteChannel(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    if (fresh) {
      write(String.join("\t", ManifestRow.COLUMNS));
    }
  }

  /** Appends a row, in one piece. */
  void add(ManifestRow row) {
    try {
      write(String.join("\t", row.cells()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized void write(String line) throws IOException {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(line + "\n");
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** Removes the journal: the list of all scans is there. */
  void finish() throws IOException {
    channel.close();
    Files.deleteIfExists(file);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
