package org.braindyn.io.door;

import java.io.IOException;
import java.nio.file.Path;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.Imported;

/** Reads signals that are already cut into regions, [region][time]. */
public interface SignalDoor extends Door {
  /**
   * Reads the signals.
   *
   * @param file the file
   * @param options what the user said about it
   * @return signals and every guess that was made
   * @throws IOException if the file cannot be read
   * @throws org.braindyn.data.BadInput if it is damaged or holds something else
   */
  Imported read(Path file, ImportOptions options) throws IOException;

  @Override
  default String use() {
    return "Open it with Import Signals.";
  }
}
