package org.braindyn.io.edf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.ChannelRecording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuszHdf5Test {
  @TempDir Path folder;

  @Test
  void readsRecordingAndWindows() {
    Path file = folder.resolve("recording.h5");
    try (WritableHdfFile hdf = HdfFile.write(file)) {
      hdf.putDataset("resampled_signal", new float[][] {{1, 2, 3}, {4, 5, 6}});
      hdf.putDataset("resample_freq", new int[] {200});
    }
    ChannelRecording recording = TuszHdf5.recording(file, List.of("Fp1", "Fp2"));
    assertEquals(200, recording.channels().get(1).rate());
    assertArrayEquals(new double[] {4, 5, 6}, recording.channels().get(1).values());
    assertThrows(BadInput.class, () -> TuszHdf5.recording(file, List.of("Fp1")));

    Path windows = folder.resolve("window.h5");
    try (WritableHdfFile hdf = HdfFile.write(windows)) {
      hdf.putDataset("x", new double[][][] {{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}});
      hdf.putDataset("y_binary", new int[] {0, 1});
    }
    TuszHdf5.LabelledWindows read = TuszHdf5.windows(windows);
    assertArrayEquals(new boolean[] {false, true}, read.seizure());
    assertEquals(8, read.x()[1][1][1]);
  }

  @Test
  void badFilesAreRefused() throws IOException {
    Path text = Files.writeString(folder.resolve("text.h5"), "not HDF5");
    BadInput thrown = assertThrows(BadInput.class, () -> TuszHdf5.windows(text));
    assertTrue(thrown.getMessage().contains("not a usable HDF5 file"), thrown.getMessage());
    Path other = folder.resolve("other.h5");
    try (WritableHdfFile hdf = HdfFile.write(other)) {
      hdf.putDataset("y", new int[] {0});
    }
    thrown = assertThrows(BadInput.class, () -> TuszHdf5.recording(other, null));
    assertTrue(thrown.getMessage().contains("It has y"), thrown.getMessage());
  }

  @Test
  void aTruncatedFileIsRefusedWhereverItEnds() throws IOException {
    Path whole = folder.resolve("whole.h5");
    try (WritableHdfFile hdf = HdfFile.write(whole)) {
      hdf.putDataset("resampled_signal", new double[19][200]);
      hdf.putDataset("resample_freq", new int[] {200});
    }
    byte[] bytes = Files.readAllBytes(whole);
    for (int percent = 0; percent < 100; percent += 3) {
      Path cut = folder.resolve("cut.h5");
      Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length * percent / 100));
      BadInput thrown =
          assertThrows(BadInput.class, () -> TuszHdf5.recording(cut, null), percent + " %");
      assertTrue(thrown.getMessage().contains("cut.h5"), thrown.getMessage());
    }
  }
}
