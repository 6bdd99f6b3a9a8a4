package org.braindyn.io.eeglab;

import io.jhdf.HdfFile;
import io.jhdf.api.Group;
import java.io.IOException;
import java.nio.file.Path;
import org.braindyn.data.BadInput;
import org.braindyn.data.ChannelRecording;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
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
    try (HdfFile file = Hdf5.open(path)) {
      Group top = file.getChildren().get("EEG") instanceof Group eeg ? eeg : file;
      return new EeglabReader(path, new H5Node(file, top, -1)).read(progress);
    } catch (BadInput e) {
      throw e;
    } catch (RuntimeException e) {
      // jhdf throws many kinds of exception on damaged files
      throw new BadInput(
          path.getFileName() + " is not a usable MATLAB 7.3 file: " + Reason.of(e), e);
    }
  }
}
