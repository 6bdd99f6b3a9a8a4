package org.braindyn.io.door;

import java.io.IOException;
import java.nio.file.Path;
import org.braindyn.data.ChannelRecording;
import org.braindyn.data.Progress;

/** Reads recordings of electrodes. */
public interface ChannelDoor extends Door {
  /**
   * Reads every channel: potentials in uV, anything else in the unit the file states.
   *
   * @param file the file
   * @param progress told how far the reading is; may cancel it
   * @return channels, annotations and notes
   * @throws IOException if the file cannot be read
   * @throws org.braindyn.data.BadInput if it is damaged or holds something else
   */
  ChannelRecording read(Path file, Progress progress) throws IOException;

  @Override
  default String use() {
    return "Open it with Import EEG.";
  }
}
