package org.braindyn.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  /**
   * As two containers do, both of which are process 1: the second begins while the first writes.
   */
  @Test
  void twoWritersOfOneProcessNumberDoNotMix() throws IOException {
    Path file = folder.resolve("result.tsv");
    AtomicFile.write(
        file,
        out -> {
          out.write("A".repeat(100_000).getBytes(StandardCharsets.UTF_8));
          AtomicFile.write(
              file, other -> other.write("B".repeat(150_000).getBytes(StandardCharsets.UTF_8)));
          assertEquals("B".repeat(150_000), Files.readString(file));
          out.write("A".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        });
    assertEquals("A".repeat(200_000), Files.readString(file));
    assertEquals(List.of("result.tsv"), names());
  }

  @Test
  void aFailedWriteLeavesTheOldFileAndNothingElse() throws IOException {
    Path file = folder.resolve("result.tsv");
    Files.writeString(file, "old");
    assertThrows(
        IOException.class,
        () ->
            AtomicFile.write(
                file,
                out -> {
                  out.write(1);
                  throw new IOException("disk full");
                }));
    assertEquals("old", Files.readString(file));
    assertEquals(List.of("result.tsv"), names());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).toList();
    }
  }
}
