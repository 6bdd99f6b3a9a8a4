package org.braindyn.kind.masked;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.imputation.FillGaps;
import org.braindyn.imputation.FillMethod;
import org.braindyn.imputation.FillSettings;
import org.braindyn.imputation.FilledSignals;
import org.braindyn.imputation.LostRegions;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.models.SampleModels;
import org.braindyn.training.TrainingWatch;
import org.junit.jupiter.api.Test;

/** A trained model as a method of filling gaps. */
class MaskedRefinementTest {
  private static final MaskedKind KIND = new MaskedKind();

  private static TrainedModel train(String more) {
    List<RegionSignals> people =
        List.of(SampleModels.recording(1, 90), SampleModels.recording(2, 90));
    return KIND.train(
        TrainingSplit.all(people, 12, 6),
        null,
        KIND.defaults().with("epochs=3; width=8; depth=1; windows=16; " + more),
        TrainingWatch.of(Progress.NONE));
  }

  private static boolean[][] mask(RegionSignals recording) {
    boolean[][] missing = new boolean[recording.size()][recording.frames()];
    Arrays.fill(missing[1], 20, 31, true);
    for (boolean[] row : missing) {
      Arrays.fill(row, 60, 64, true);
      row[99] = true;
    }
    return missing;
  }

  private static FilledSignals fill(
      FillGaps.Refinement model, FillMethod method, RegionSignals recording, LostRegions lost) {
    FillSettings settings = FillSettings.defaults().withMethod(method).withLost(lost);
    return new FillGaps(settings, model.group(), model)
        .fill(recording, mask(recording), Progress.NONE);
  }

  /** A network that adds nothing leaves the linear answer; one that has learnt moves it. */
  @Test
  void startsFromTheLinearAnswer() {
    RegionSignals recording = SampleModels.recording(3, 100);
    try (TrainedModel silent = train("keep=estimate");
        TrainedModel learnt = train("rate=0.01")) {
      FillGaps.Refinement none = silent.refinement().orElseThrow();
      FilledSignals linear = fill(none, FillMethod.OWN_AND_GROUP, recording, LostRegions.FILL);
      FilledSignals same = fill(none, FillMethod.MODEL, recording, LostRegions.FILL);
      FilledSignals other =
          fill(learnt.refinement().orElseThrow(), FillMethod.MODEL, recording, LostRegions.FILL);
      int moved = 0;
      for (int n = 0; n < 4; n++) {
        assertArrayEquals(linear.signals().values()[n], same.signals().values()[n], 1e-9);
        assertArrayEquals(linear.sd()[n], same.sd()[n], 1e-12);
        for (int t = 0; t < 100; t++) {
          double difference = other.signals().values()[n][t] - linear.signals().values()[n][t];
          assertTrue(other.filled()[n][t] || difference == 0);
          moved += Math.abs(difference) > 1e-6 ? 1 : 0;
        }
      }
      assertTrue(moved > 20, moved + " values moved");
      assertEquals(FillMethod.MODEL, other.method());
      assertTrue(other.score().all().count() > 0);
    }
  }

  /** What stands where values are missing reaches nothing. */
  @Test
  void missingValuesAreNotLookedAt() {
    RegionSignals recording = SampleModels.recording(3, 100);
    double[][] spoilt =
        Arrays.stream(recording.values()).map(double[]::clone).toArray(double[][]::new);
    boolean[][] missing = mask(recording);
    for (int n = 0; n < 4; n++) {
      for (int t = 0; t < 100; t++) {
        spoilt[n][t] = missing[n][t] ? 1e6 : spoilt[n][t];
      }
    }
    try (TrainedModel model = train("rate=0.01")) {
      FillGaps.Refinement by = model.refinement().orElseThrow();
      double[][] one = fill(by, FillMethod.MODEL, recording, LostRegions.FILL).signals().values();
      RegionSignals other = recording.withValues(spoilt);
      double[][] two = fill(by, FillMethod.MODEL, other, LostRegions.FILL).signals().values();
      for (int n = 0; n < 4; n++) {
        assertArrayEquals(one[n], two[n]);
      }
    }
  }

  @Test
  void mistakesAreNamed() {
    try (TrainedModel model = train("rate=0.01");
        TrainedModel bare = train("anchored=no")) {
      assertFalse(bare.refinement().isPresent());
      FillGaps.Refinement by = model.refinement().orElseThrow();
      RegionSignals brief = SampleModels.recording(3, 100).frames(0, 15);
      FillSettings settings =
          FillSettings.defaults().withMethod(FillMethod.MODEL).withScored(false);
      boolean[][] missing = new boolean[4][15];
      missing[1][4] = true;
      BadInput few =
          assertThrows(
              BadInput.class,
              () -> new FillGaps(settings, null, by).fill(brief, missing, Progress.NONE));
      assertTrue(few.getMessage().contains("15 frames"), few.getMessage());
      BadInput none = assertThrows(BadInput.class, () -> new FillGaps(settings, by.group()));
      assertTrue(none.getMessage().contains("model="), none.getMessage());
      RegionSignals recording = SampleModels.recording(3, 100);
      double[][] lost =
          Arrays.stream(recording.values()).map(double[]::clone).toArray(double[][]::new);
      Arrays.fill(lost[2], Double.NaN);
      RegionSignals without = recording.withCells(lost);
      BadInput left =
          assertThrows(
              BadInput.class, () -> fill(by, FillMethod.MODEL, without, LostRegions.LEAVE));
      assertTrue(left.getMessage().contains("all of its regions"), left.getMessage());
    }
  }
}
