package org.braindyn.forecast.family;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.forecast.family.sums.LagSums;
import org.braindyn.forecast.family.sums.RecordingPart;
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;
import org.junit.jupiter.api.Test;

class FamilyFoldsTest {
  private static FamilyData data(List<Recording> recordings) {
    return FamilyData.of(new WindowSet(recordings, 10, 3, 1), null, Seed.of(1));
  }

  @Test
  void everyPersonIsLeftOutOnce() {
    FamilyFolds folds = FamilyFolds.of(data(Tiny.people(7, 3, 60, 0.2)));
    assertEquals(5, folds.size());
    Set<String> tested = new HashSet<>();
    for (int f = 0; f < folds.size(); f++) {
      Set<String> test = new HashSet<>(folds.test(f).persons());
      for (Recording r : folds.without(f).windows().recordings()) {
        assertTrue(!test.contains(r.person()), r.person() + " stands on both sides");
      }
      tested.addAll(test);
      LagSums wanted = FamilyData.wholeSums(folds.without(f).windows().recordings(), 5);
      assertArrayEquals(wanted.toArray(), folds.without(f).whole().toArray(), 1e-9);
    }
    assertEquals(7, tested.size());
    assertEquals(14, folds.unitCount());
  }

  /** A recording whose values are its frame numbers shows which frames go where. */
  @Test
  void blocksOfOnePersonKeepAGap() {
    double[][] values = new double[2][200];
    for (double[] row : values) {
      Arrays.setAll(row, t -> t);
    }
    Recording one = Recording.of(new RegionSignals(Regions.numbered("R", 2), values, 1, "one"));
    FamilyFolds folds = FamilyFolds.of(data(List.of(one)));
    assertEquals("blocks of time", folds.leftOut());
    assertEquals(5, folds.size());
    for (int f = 0; f < folds.size(); f++) {
      double[] mean = folds.test(f).normalisation().mean();
      double first = mean[0] - 4.5; // first frame of the first context
      double last = mean[mean.length - 1] + 4.5 + 3; // last frame of the last horizon
      for (Recording r : folds.without(f).windows().recordings()) {
        double[] frames = new double[r.frames()];
        r.read(0, 0, r.frames(), frames, 0);
        assertTrue(
            frames[frames.length - 1] <= first - 3 - 1 || frames[0] >= last + 3 + 1,
            "fold " + f + " tests " + first + " to " + last + ", trains from " + frames[0]);
      }
    }
  }

  @Test
  void recordingsOfOnePersonAreLeftOutWhole() {
    List<Recording> runs =
        Tiny.people(4, 3, 60, 0.2).stream()
            .<Recording>map(r -> new RecordingPart(r, 0, 60))
            .map(r -> Recording.of(signals(r), "one person"))
            .toList();
    FamilyFolds folds = FamilyFolds.of(data(runs));
    assertEquals("4 recordings", folds.leftOut());
    assertEquals(4, folds.size());
    assertEquals(3, folds.without(2).windows().recordings().size());
  }

  private static RegionSignals signals(Recording recording) {
    double[][] values = new double[recording.regions()][recording.frames()];
    for (int r = 0; r < values.length; r++) {
      recording.read(r, 0, recording.frames(), values[r], 0);
    }
    return new RegionSignals(Regions.numbered("R", values.length), values, 1, recording.source());
  }

  @Test
  void aRecordingThatIsTooShortIsSaid() {
    BadInput e =
        assertThrows(BadInput.class, () -> FamilyFolds.of(data(Tiny.people(1, 3, 30, 0.2))));
    assertTrue(e.getMessage().contains("30 frames"), e.getMessage());
  }
}
