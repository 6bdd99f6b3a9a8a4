package org.braindyn.validation;

import java.nio.file.Files;
import java.nio.file.Path;
import org.braindyn.data.Progress;

/** Where real data lie and where results go, for the studies of docs/validation.md. */
final class Shared {
  private Shared() {}

  static Path data(String name) {
    Path file = Path.of(System.getProperty("braindyn.shared", "../shared")).resolve("data/" + name);
    if (!Files.exists(file)) {
      throw new IllegalStateException(file + " is absent; set -Dbraindyn.shared=FOLDER");
    }
    return file;
  }

  /** target/validation/name, made if absent. */
  static Path output(String name) throws java.io.IOException {
    return Files.createDirectories(Path.of("target/validation")).resolve(name);
  }

  /** Prints a message now and then. */
  static Progress printing() {
    return new Progress() {
      private long last;

      @Override
      public void report(double fraction, String message) {
        if (System.currentTimeMillis() - last > 20_000) {
          last = System.currentTimeMillis();
          System.out.printf("  %3.0f %% %s%n", 100 * fraction, message);
        }
      }

      @Override
      public boolean cancelled() {
        return false;
      }
    };
  }
}
