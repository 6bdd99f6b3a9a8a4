package org.braindyn.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.junit.jupiter.api.Test;

/** No test window holds a filled value where it is scored, or just before. */
class WindowsToTestTest {
  private static final int CONTEXT = 4;
  private static final int HORIZON = 3;

  /** Values that tell which frame they are: 100 per region plus the frame. */
  private static RegionSignals recording(int frames, int... filled) {
    double[][] values = new double[2][frames];
    boolean[][] marks = new boolean[2][frames];
    for (int t = 0; t < frames; t++) {
      values[0][t] = t;
      values[1][t] = 100 + t;
    }
    for (int t : filled) {
      marks[1][t] = true;
    }
    return new RegionSignals(Regions.numbered("Region", 2), values, 2, "run").withFilled(marks);
  }

  @Test
  void exactlyTheWindowsWithFilledTargetsAreLeftOut() {
    RegionSignals first = recording(30, 9, 20);
    RegionSignals second = recording(12);
    WindowSet all = WindowSet.of(List.of(first, second), CONTEXT, HORIZON, 2);
    WindowSet tested = all.toTest();
    List<Integer> expected = new ArrayList<>();
    for (int start = 0; start + CONTEXT + HORIZON <= 30; start += 2) {
      int target = start + CONTEXT;
      boolean clean = true;
      for (int t = target - 1; t < target + HORIZON; t++) {
        clean &= t != 9 && t != 20;
      }
      if (clean) {
        expected.add(start);
      }
    }
    int ofFirst = expected.size();
    expected.addAll(List.of(0, 2, 4));
    assertEquals(expected.size(), tested.size());
    assertEquals(all.size() - expected.size(), tested.leftOut());
    Windows cut = tested.all();
    for (int w = 0; w < tested.size(); w++) {
      assertEquals(expected.get(w), tested.startOf(w), "window " + w);
      assertEquals(w < ofFirst ? 0 : 1, tested.recordingOf(w));
      double raw = cut.normalisation().restore(cut.target()).get(w, 1, 0);
      assertEquals(100 + expected.get(w) + CONTEXT, raw, 1e-9, "read where it says");
    }
    assertEquals(0, all.leftOut(), "training may learn from all");
    assertFalse(all.size() == tested.size());
  }

  @Test
  void otherStridesAndRecordingsKeepTheRule() {
    WindowSet tested = WindowSet.of(List.of(recording(30)), CONTEXT, HORIZON, 1).toTest();
    WindowSet other = tested.of(List.of(Recording.of(recording(30, 9)))).withStride(2);
    assertTrue(other.leftOut() > 0);
  }

  @Test
  void aMappedOrCutRecordingKeepsItsMarks() {
    Recording marked = Recording.of(recording(30)).withFilled(recording(30, 9).filled());
    assertTrue(marked.filledWithin(9, 10));
    assertFalse(marked.filledWithin(10, 30));
    assertTrue(recording(30, 9).frames(5, 20).filledWithin(4, 5));
  }

  @Test
  void saysSoWhenNothingIsLeft() {
    WindowSet all = WindowSet.of(List.of(recording(8, 3, 4, 5, 6, 7)), CONTEXT, HORIZON, 1);
    String said = assertThrows(BadInput.class, all::toTest).getMessage();
    assertTrue(said.contains("run: every window to test on holds filled values"), said);
  }
}
