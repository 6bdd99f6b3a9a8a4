package org.braindyn.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Temporary files of writers that were killed before they moved them into place. While others write
 * they look like theirs, so they are removed when the work that they belong to is done.
 */
final class UnfinishedFiles {
  private UnfinishedFiles() {}

  /**
   * Removes those of some people, none of whom is worked on any more.
   *
   * @param out folder of the results
   */
  static void remove(Path out, List<String> people) throws IOException {
    removeOf(out, 1, "\\.(dataset_description\\.json|\\.bidsignore)\\..*\\.part");
    Path internal = out.resolve(Derivative.INTERNAL);
    for (String person : people) {
      String name = "sub-" + person;
      removeOf(internal, 1, "\\.manifest_" + person + "\\.tsv\\..*\\.part");
      removeOf(internal.resolve(name), 1, "\\..*\\.part");
      removeOf(out.resolve(name), 3, "\\..*\\.part");
    }
  }

  private static void removeOf(Path folder, int depth, String name) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder, depth)) {
      for (Path file : files.toList()) {
        if (file.getFileName().toString().matches(name)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
