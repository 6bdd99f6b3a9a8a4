package org.braindyn.eeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.braindyn.data.Channel;
import org.braindyn.data.ChannelRecording;
import org.braindyn.data.Progress;
import org.braindyn.io.arrays.Npy;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.io.door.ChannelDoor;
import org.braindyn.io.door.Doors;
import org.braindyn.io.door.PythonCheck;
import org.braindyn.io.door.SharedData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** BrainVision and EEGLAB as MNE reads them: src/test/python/check_with_mne.py, if there is MNE. */
@Tag("real-data")
class MneTest {
  private static final List<String> FILES =
      List.of(
          "brainvision/test.vhdr",
          "brainvision/test_highpass.vhdr",
          "brainvision/test_mixed_lowpass.vhdr",
          "brainvision/test_units.vhdr",
          "brainvision/testv2.vhdr",
          "brainvision/test_old_layout_latin1_software_filter.vhdr",
          "eeglab/test_raw_2021.set",
          "eeglab/test_raw_chanloc.set",
          "eeglab/test_raw_event_duration.set");

  @TempDir Path dir;

  private static NpyArray array(double[][] values) {
    double[] flat = Arrays.stream(values).flatMapToDouble(Arrays::stream).toArray();
    return NpyArray.of(flat, values.length, values[0].length);
  }

  @Test
  void mneReadsTheSameValues() throws IOException {
    List<Map<String, Object>> expected = new ArrayList<>();
    int compared = 0;
    for (String name : FILES) {
      Path file = SharedData.file(name);
      ChannelRecording read =
          Doors.find(ChannelDoor.class, file)
              .orElseThrow()
              .read(file, Progress.NONE)
              .keep(c -> org.braindyn.data.Units.microvolts(c.unit()).isPresent())
              .inMicrovolts();
      List<Channel> channels = read.channels();
      double[][] values = channels.stream().map(Channel::values).toArray(double[][]::new);
      String array = expected.size() + ".npy";
      Npy.write(dir.resolve(array), array(values));
      expected.add(
          Map.of(
              "file",
              file.toAbsolutePath().toString(),
              "names",
              channels.stream().map(Channel::name).toList(),
              "rate",
              channels.get(0).rate(),
              "values",
              array));
      compared += values.length;
    }
    assertTrue(compared > 200, compared + " channels");
    Files.writeString(dir.resolve("expected.json"), new Gson().toJson(expected));
    assertEquals("equal", PythonCheck.run("check_with_mne.py", "mne, numpy", dir));
  }
}
