package org.braindyn.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.junit.jupiter.api.Test;

class WindowSetTest {
  @Test
  void numbersWindowsByRecordingThenTime() {
    WindowSet set = WindowSet.of(List.of(ramp("a", 2, 12), ramp("b", 2, 9)), 4, 2, 3);
    assertEquals(3 + 2, set.size());
    assertEquals(0, set.recordingOf(2));
    assertEquals(6, set.startOf(2));
    assertEquals(1, set.recordingOf(3));
    assertEquals(3, set.startOf(4));
  }

  @Test
  void targetsAreInUnitsOfTheirContext() {
    Windows windows = WindowSet.of(List.of(ramp("a", 2, 12)), 4, 2, 3).all();
    double sd = Math.sqrt(1.25);
    assertEquals(-1.5 / sd, windows.context().get(1, 0, 0), 1e-12);
    assertEquals(2.5 / sd, windows.target().get(1, 0, 0), 1e-12);
    assertEquals(
        7, windows.normalisation().restore(windows.target()).get(1, 0, 0), 1e-12, "raw again");
    // region 1 is ten times region 0: the same in its own units
    assertEquals(windows.target().get(2, 0, 1), windows.target().get(2, 1, 1), 1e-12);
  }

  @Test
  void whatComesLaterChangesNoContext() {
    RegionSignals before = ramp("a", 1, 10);
    RegionSignals after = ramp("a", 1, 10);
    after.values()[0][8] = 1000;
    assertArrayEquals(
        WindowSet.of(List.of(before), 6, 4, 1).all().context().values(),
        WindowSet.of(List.of(after), 6, 4, 1).all().context().values());
  }

  @Test
  void refusesRecordingsThatDoNotFit() {
    BadInput tooShort =
        assertThrows(
            BadInput.class, () -> WindowSet.of(List.of(ramp("short.mat", 2, 39)), 30, 10, 10));
    assertTrue(tooShort.getMessage().contains("short.mat has 39 frames"), tooShort.getMessage());
    BadInput other =
        assertThrows(
            BadInput.class,
            () -> WindowSet.of(List.of(ramp("a", 2, 40), ramp("b", 3, 40)), 30, 10, 10));
    assertTrue(other.getMessage().contains("b has 3 regions, but a has 2"), other.getMessage());
    assertThrows(BadInput.class, () -> WindowSet.of(List.of(ramp("a", 2, 40)), 30, 10, 0));
    assertThrows(BadInput.class, () -> WindowSet.of(List.of(), 30, 10, 10));
  }

  private static RegionSignals ramp(String source, int regions, int frames) {
    double[][] values = new double[regions][frames];
    for (int n = 0; n < regions; n++) {
      for (int t = 0; t < frames; t++) {
        values[n][t] = n == 0 ? t : 10 * t;
      }
    }
    return new RegionSignals(Regions.numbered("r", regions), values, 2, source);
  }
}
