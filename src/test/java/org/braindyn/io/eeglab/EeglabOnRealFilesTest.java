package org.braindyn.io.eeglab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.data.Annotation;
import org.braindyn.data.BadInput;
import org.braindyn.data.Channel;
import org.braindyn.data.ChannelRecording;
import org.braindyn.data.Progress;
import org.braindyn.io.door.ChannelDoor;
import org.braindyn.io.door.Doors;
import org.braindyn.io.door.SharedData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Data sets of MNE's test suite; expected values by MNE 1.3, in V there and uV here. */
@Tag("real-data")
class EeglabOnRealFilesTest {
  private static ChannelRecording read(String name) throws IOException {
    Path file = SharedData.file("eeglab/" + name);
    return Doors.require(ChannelDoor.class, file, "a recording").read(file, Progress.NONE);
  }

  private static void shape(ChannelRecording r, int channels, int points, List<String> names) {
    assertEquals(channels, r.channels().size());
    assertEquals(points, r.channels().get(0).values().length);
    assertEquals(128, r.channels().get(0).rate());
    assertEquals("uV", r.channels().get(0).unit());
    assertEquals(names, r.channels().stream().map(Channel::name).limit(names.size()).toList());
  }

  private static void starts(ChannelRecording r, double... volts) {
    for (int t = 0; t < volts.length; t++) {
      assertEquals(1e6 * volts[t], r.channels().get(0).values()[t], 5e-6);
    }
  }

  @Test
  void variablesAtTheTopAsSince2021() throws IOException {
    ChannelRecording r = read("test_raw_2021.set");
    shape(r, 3, 1281, List.of("EEG 000", "EEG 001", "EEG 002"));
    starts(r, -1.509065e-05, -2.314247e-06, -6.388554e-06);
    assertEquals(
        List.of("square", "square", "rt"),
        r.annotations().stream().map(Annotation::text).limit(3).toList());
    assertEquals(6, r.annotations().size());
    assertEquals(128.00875 / 128, r.annotations().get(0).onset(), 1e-9);
  }

  @Test
  void eventsWithDurations() throws IOException {
    ChannelRecording r = read("test_raw_event_duration.set");
    shape(r, 1, 513, List.of("Cz"));
    starts(r, 1.499077e-05, 3.418407e-05, 2.509026e-05);
    assertEquals(3, r.annotations().size());
  }

  @Test
  void samplesInAFileBeside() throws IOException {
    ChannelRecording r = read("test_raw_chanloc.set");
    shape(r, 61, 385, List.of("Fp1", "Fp2", "F7"));
    starts(r, 0, 0, 0);
    assertEquals(
        List.of("boundary", "S 12"), r.annotations().stream().map(Annotation::text).toList());
    assertTrue(r.notes().toString().contains("cut out at 1 place"), r.notes().toString());
  }

  @Test
  void epochsAndMissingFilesAreRefusedWithTheWayOut() {
    SharedData.file("eeglab/test_epochs.set"); // skips where there are none
    BadInput epochs = assertThrows(BadInput.class, () -> read("test_epochs.set"));
    assertTrue(epochs.getMessage().contains("4 epochs of 8 samples"), epochs.getMessage());
    BadInput missing = assertThrows(BadInput.class, () -> read("test_raw_h5.set"));
    assertTrue(missing.getMessage().contains("\"test_raw.fdt\""), missing.getMessage());
    BadInput part = assertThrows(BadInput.class, () -> read("test_epochs.fdt"));
    assertTrue(part.getMessage().contains(".set"), part.getMessage());
  }
}
