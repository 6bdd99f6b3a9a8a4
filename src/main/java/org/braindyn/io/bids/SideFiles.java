package org.braindyn.io.bids;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.braindyn.io.NiftiFiles;

/**
 * The side files of a data set's folders, each folder listed once: the top folder of many people is
 * above every scan of them.
 */
public final class SideFiles {
  private final Map<Path, List<Path>> json = new HashMap<>();

  /** JSON files of a folder, in order; none if it cannot be read. */
  List<Path> json(Path folder) throws IOException {
    List<Path> known = json.get(folder);
    if (known == null) {
      known = files(folder, ".json");
      json.put(folder, known);
    }
    return known;
  }

  /** Files of a folder with an ending, in order; none if it cannot be read. */
  static List<Path> files(Path folder, String ending) throws IOException {
    if (!Files.isReadable(folder)) {
      return List.of();
    }
    try (Stream<Path> list = Files.list(folder)) {
      return list.filter(p -> NiftiFiles.name(p).endsWith(ending)).sorted().toList();
    }
  }
}
