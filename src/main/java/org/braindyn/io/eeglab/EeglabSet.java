package org.braindyn.io.eeglab;

import io.jhdf.api.Group;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.braindyn.data.ChannelRecording;
import org.braindyn.data.Progress;
import org.braindyn.io.arrays.Hdf5;
import org.braindyn.io.door.ChannelDoor;
import org.braindyn.io.door.FileStart;

/** EEGLAB data sets (.set), continuous ones; values in uV as EEGLAB has them. */
public final class EeglabSet implements ChannelDoor {
  @Override
  public String format() {
    return "an EEGLAB data set (.set)";
  }

  @Override
  public boolean knows(FileStart file) {
    return file.ends(".set") && (file.starts("MATLAB") || file.hdf5());
  }

  @Override
  public ChannelRecording read(Path path, Progress progress) throws IOException {
    if (!FileStart.of(path).hdf5()) {
      return new EeglabReader(path, MatNode.open(path)).read(progress);
    }
    return Hdf5.use(
        path,
        file -> {
          Group top = file.getChildren().get("EEG") instanceof Group eeg ? eeg : file;
          try {
            return new EeglabReader(path, new H5Node(file, top, -1)).read(progress);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
