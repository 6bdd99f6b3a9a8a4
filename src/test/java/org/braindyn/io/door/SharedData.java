package org.braindyn.io.door;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real files of others, which lie beside the project; tests are skipped where they do not. */
public final class SharedData {
  private static final Path SHARED = Path.of(System.getProperty("braindyn.shared", "../shared"));

  private SharedData() {}

  /** A file of the collection. */
  public static Path file(String name) {
    return existing(SHARED.resolve("data").resolve(name));
  }

  /** A file of a case that was read wrongly once. */
  public static Path caseFile(String name) {
    return existing(SHARED.resolve("cases").resolve(name));
  }

  private static Path existing(Path file) {
    assumeTrue(Files.exists(file), "no " + file);
    return file;
  }
}
