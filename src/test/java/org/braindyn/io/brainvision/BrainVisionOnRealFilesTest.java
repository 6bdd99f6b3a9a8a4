package org.braindyn.io.brainvision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Channel;
import org.braindyn.data.ChannelRecording;
import org.braindyn.data.Progress;
import org.braindyn.io.door.ChannelDoor;
import org.braindyn.io.door.Doors;
import org.braindyn.io.door.SharedData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings of MNE's test suite; expected values by MNE 1.3, in V there and uV here. */
@Tag("real-data")
class BrainVisionOnRealFilesTest {
  private static ChannelRecording read(String name) throws IOException {
    Path file = SharedData.file("brainvision/" + name);
    return Doors.require(ChannelDoor.class, file, "a recording").read(file, Progress.NONE);
  }

  private static double micro(Channel channel, int t) {
    return channel.unit().equals("uV") ? channel.values()[t] : Double.NaN;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "test.vhdr",
        "test_units.vhdr",
        "test_highpass.vhdr",
        "test_mixed_lowpass.vhdr",
        "testv2.vhdr"
      })
  void theFiveHeadersOfOneRecording(String name) throws IOException {
    ChannelRecording r = read(name);
    assertEquals(32, r.channels().size());
    List<String> names = r.channels().stream().map(Channel::name).toList();
    assertEquals(List.of("FP1", "FP2", "F3"), names.subList(0, 3));
    assertEquals(1000, r.channels().get(0).rate());
    assertEquals(7900, r.channels().get(0).values().length);
    double[] expected = {-23.5, -23.5, -24.0};
    for (int t = 0; t < 3; t++) {
      assertEquals(expected[t], micro(r.channels().get(0), t), 1e-9);
    }
    boolean second = name.equals("testv2.vhdr");
    assertEquals(second ? 13 : 14, r.annotations().size());
    assertEquals("New Segment/", r.annotations().get(0).text());
    assertEquals("Stimulus/S253", r.annotations().get(1).text());
    assertEquals(0.486, r.annotations().get(1).onset(), 1e-12);
  }

  @Test
  void unitsDifferButNotTheVoltages() throws IOException {
    ChannelRecording one = read("test.vhdr");
    ChannelRecording other = read("test_units.vhdr");
    assertTrue(other.notes().toString().contains("Vb (S)"), other.notes().toString());
    for (int c = 0; c < 26; c++) {
      for (int t = 0; t < 7900; t += 79) {
        assertEquals(micro(one.channels().get(c), t), micro(other.channels().get(c), t), 1e-9);
      }
    }
  }

  @Test
  void vectorizedFloatsOfTheOldLayout() throws IOException {
    ChannelRecording r = read("test_old_layout_latin1_software_filter.vhdr");
    assertEquals(29, r.channels().size());
    assertEquals(250, r.channels().get(0).rate());
    assertEquals(251, r.channels().get(0).values().length);
    double[] expected = {5.22, 5.10, 5.23};
    for (int t = 0; t < 3; t++) {
      assertEquals(expected[t], micro(r.channels().get(0), t), 0.006);
    }
    assertEquals(2, r.annotations().size());
    assertTrue(r.notes().toString().contains("2 segments"), r.notes().toString());
  }

  @Test
  void theOtherPartsPointToTheHeader() {
    SharedData.file("brainvision/test.eeg"); // skips where there are none
    for (String part : List.of("test.eeg", "test.vmrk")) {
      BadInput error = assertThrows(BadInput.class, () -> read(part));
      assertTrue(error.getMessage().contains(".vhdr"), error.getMessage());
    }
  }
}
