package org.braindyn.io.door;

import java.io.IOException;
import java.nio.file.Path;
import org.braindyn.data.Progress;

/** Reads spikes of many neurons. */
public interface SpikeDoor extends Door {
  /**
   * Reads every spike of the file.
   *
   * @param file the file
   * @param progress told how far the reading is; may cancel it
   * @return spikes, their populations and notes
   * @throws IOException if the file cannot be read
   * @throws org.braindyn.data.BadInput if it is damaged or holds something else
   */
  Spikes read(Path file, Progress progress) throws IOException;

  @Override
  default String use() {
    return "Open it with Import Spikes.";
  }
}
