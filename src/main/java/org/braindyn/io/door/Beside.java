package org.braindyn.io.door;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.braindyn.data.BadInput;

/** Files that another file names: only such as lie beside it are opened. */
public final class Beside {
  private Beside() {}

  /**
   * The file of this name in the same folder; a path to it is cut to its last part.
   *
   * @param file the file that names it
   * @param name what stands in it
   * @throws BadInput if the name is empty or there is no such file
   */
  public static Path of(Path file, String name) {
    String last = name.replaceFirst(".*[/\\\\]", "").strip();
    Path found;
    try {
      found = last.isEmpty() || last.matches("\\.+") ? null : file.resolveSibling(last);
    } catch (InvalidPathException e) {
      found = null;
    }
    if (found == null || !Files.isRegularFile(found)) {
      throw new BadInput(
          file.getFileName()
              + " names the file \""
              + name
              + "\", which is not beside it. Put both into one folder, under the names they had"
              + " when they were made.");
    }
    return found;
  }
}
