package org.braindyn.imputation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.junit.jupiter.api.Test;

/** The front door, on a process whose truth is known. */
class FillGapsTest {
  private static final int REGIONS = 6;
  private static final int FRAMES = 400;

  private static RegionSignals person(long seed) {
    // One process, other noise: the coefficients of KalmanSmootherTest.run belong to its seed.
    double[][] x = KalmanSmootherTest.run(REGIONS, 12 * FRAMES, 1);
    double[][] part = new double[REGIONS][];
    for (int n = 0; n < REGIONS; n++) {
      part[n] = java.util.Arrays.copyOfRange(x[n], (int) seed * FRAMES, (int) (seed + 1) * FRAMES);
      int row = n;
      part[n] = java.util.Arrays.stream(part[n]).map(v -> 100 * (row + 1) + 3 * v).toArray();
    }
    return new RegionSignals(Regions.numbered("region", REGIONS), part, 2, "person " + seed);
  }

  private static LagMoments group() {
    return LagMoments.pooled(IntStream.range(2, 12).mapToObj(FillGapsTest::person).toList(), 2);
  }

  /** Scattered frames, a stretch of one region, and one region altogether. */
  private static boolean[][] mask(boolean lost) {
    Seed.Stream random = Seed.of(4).stream("frames");
    boolean[][] mask = new boolean[REGIONS][FRAMES];
    for (int t = 0; t < FRAMES; t++) {
      boolean frame = random.uniform() < 0.15;
      for (int n = 0; n < REGIONS; n++) {
        mask[n][t] = frame || n == 2 && t > 100 && t < 160 || lost && n == 4;
      }
    }
    return mask;
  }

  @Test
  void keepsWhatIsSeenAndMarksWhatIsFilled() {
    RegionSignals truth = person(0);
    boolean[][] mask = mask(false);
    FilledSignals filled =
        new FillGaps(FillSettings.defaults(), group()).fill(truth, mask, Progress.NONE);
    HiddenScore score = new HiddenScore();
    for (int n = 0; n < REGIONS; n++) {
      assertArrayEquals(mask[n], filled.filled()[n]);
      for (int t = 0; t < FRAMES; t++) {
        double value = filled.signals().values()[n][t];
        assertEquals(mask[n][t], Double.isNaN(filled.unfilled().values()[n][t]));
        assertTrue(Double.isFinite(value));
        if (mask[n][t]) {
          score.add(
              truth.values()[n][t] - 100 * (n + 1),
              value - 100 * (n + 1),
              Math.pow(filled.sd()[n][t], 2));
          assertTrue(filled.low(0.5)[n][t] > filled.low(0.9)[n][t]);
        } else {
          assertEquals(truth.values()[n][t], value);
          assertEquals(value, filled.high(0.9)[n][t]);
        }
      }
    }
    assertEquals(score.count(), filled.filledValues());
    assertEquals(FillMethod.OWN_AND_GROUP, filled.method());
    assertEquals(1, filled.order());
    assertEquals(0.9, score.coverage90(), 0.05);
    assertEquals(0.5, score.coverage50(), 0.07);
    assertTrue(score.r2() > 0.3, "R2 " + score.r2());
    assertEquals(score.r2(), filled.score().all().r2(), 0.12);
    assertTrue(filled.score().all().r2() > filled.score().interpolation().r2());
    assertEquals(REGIONS, filled.score().byRegion().size());
    long byLength = filled.score().byLength().stream().mapToLong(g -> g.score().count()).sum();
    assertEquals(filled.score().all().count(), byLength);
  }

  /** Not a digit of what is hidden may reach the result or the score. */
  @Test
  void whatIsHiddenIsNotUsed() {
    RegionSignals truth = person(0);
    boolean[][] mask = mask(true);
    double[][] other = new double[REGIONS][];
    for (int n = 0; n < REGIONS; n++) {
      other[n] = truth.values()[n].clone();
      for (int t = 0; t < FRAMES; t++) {
        other[n][t] = mask[n][t] ? t % 3 == 0 ? Double.NaN : 1e9 : other[n][t];
      }
    }
    for (FillMethod method : FillMethod.values()) {
      if (method == FillMethod.MODEL) {
        continue; // has a test of its own, with a model
      }
      FillGaps gaps =
          new FillGaps(
              FillSettings.defaults().withMethod(method).withLost(LostRegions.LEAVE), group());
      FilledSignals a = gaps.fill(truth, mask, Progress.NONE);
      FilledSignals b = gaps.fill(truth.withValues(other), mask, Progress.NONE);
      for (int n = 0; n < REGIONS; n++) {
        assertArrayEquals(a.signals().values()[n], b.signals().values()[n], method.title());
        assertArrayEquals(a.sd()[n], b.sd()[n], method.title());
      }
      assertEquals(a.score().all().r2(), b.score().all().r2());
    }
  }

  /** The automatic method is the plain one times factors that depend on the deviation alone. */
  @Test
  void automaticFillsAreScaledByTheirDeviation() {
    RegionSignals truth = person(0);
    boolean[][] mask = mask(false);
    java.util.Arrays.fill(mask[0], 10, 180, true);
    FillSettings settings = FillSettings.defaults();
    FilledSignals scaled = new FillGaps(settings, group()).fill(truth, mask, Progress.NONE);
    FilledSignals plain =
        new FillGaps(settings.withMethod(FillMethod.OWN_AND_GROUP), group())
            .fill(truth, mask, Progress.NONE);
    assertEquals(FillMethod.OWN_AND_GROUP, scaled.method());
    boolean[][] seen = Missing.seen(truth, mask);
    Scaling z = Scaling.of(truth.values(), seen);
    DeviationScales.Learner learner = new DeviationScales.Learner();
    for (int n = 0; n < REGIONS; n++) {
      assertArrayEquals(plain.sd()[n], scaled.sd()[n]);
      for (int t = 0; t < FRAMES; t++) {
        double from = (plain.signals().values()[n][t] - z.mean()[n]) / z.sd()[n];
        double to = (scaled.signals().values()[n][t] - z.mean()[n]) / z.sd()[n];
        learner.add(to, from, plain.sd()[n][t] / z.sd()[n]);
      }
    }
    double moved = 0;
    DeviationScales scales = learner.scales(0, DeviationScales.NONE);
    for (int n = 0; n < REGIONS; n++) {
      for (int t = 0; t < FRAMES; t++) {
        double from = (plain.signals().values()[n][t] - z.mean()[n]) / z.sd()[n];
        double to = (scaled.signals().values()[n][t] - z.mean()[n]) / z.sd()[n];
        assertEquals(scales.factor(plain.sd()[n][t] / z.sd()[n]) * from, to, 1e-9);
        moved = Math.max(moved, Math.abs(to - from));
      }
    }
    assertTrue(moved > 1e-3, "moved by " + moved);
  }

  @Test
  void anotherUnitGivesTheSameInThatUnit() {
    RegionSignals truth = person(1);
    double[][] other = new double[REGIONS][FRAMES];
    for (int n = 0; n < REGIONS; n++) {
      for (int t = 0; t < FRAMES; t++) {
        other[n][t] = -7 + 0.25 * truth.values()[n][t];
      }
    }
    FillGaps gaps = new FillGaps(FillSettings.defaults().withScored(false), group());
    FilledSignals a = gaps.fill(truth, mask(true), Progress.NONE);
    FilledSignals b = gaps.fill(truth.withValues(other), mask(true), Progress.NONE);
    assertNull(a.score());
    assertEquals(List.of("region 5"), a.lost());
    for (int n = 0; n < REGIONS; n++) {
      for (int t = 0; t < FRAMES; t++) {
        assertEquals(-7 + 0.25 * a.signals().values()[n][t], b.signals().values()[n][t], 1e-6);
        assertEquals(0.25 * a.sd()[n][t], b.sd()[n][t], 1e-6);
      }
    }
  }

  @Test
  void aLostRegionIsFilledFromTheGroupLeftOrRefused() {
    RegionSignals truth = person(0);
    boolean[][] mask = mask(true);
    FillSettings settings = FillSettings.defaults().withScored(false);
    FilledSignals filled = new FillGaps(settings, group()).fill(truth, mask, Progress.NONE);
    double[] zTruth = z(truth.values()[4]);
    double[] zFilled = z(filled.signals().values()[4]);
    double correlation = 0;
    for (int t = 0; t < FRAMES; t++) {
      correlation += zTruth[t] * zFilled[t] / FRAMES;
    }
    assertTrue(correlation > 0.4, "correlation " + correlation);
    FilledSignals left =
        new FillGaps(settings.withLost(LostRegions.LEAVE), null).fill(truth, mask, Progress.NONE);
    assertTrue(Double.isNaN(left.signals().values()[4][7]));
    assertFalse(left.filled()[4][7]);
    assertEquals(FillMethod.OWN, left.method());
    assertTrue(Double.isFinite(left.signals().values()[2][120]));
    for (FillGaps gaps :
        List.of(
            new FillGaps(settings, null),
            new FillGaps(settings.withLost(LostRegions.REFUSE), group()))) {
      BadInput e = assertThrows(BadInput.class, () -> gaps.fill(truth, mask, Progress.NONE));
      assertTrue(e.getMessage().contains("region 5"), e.getMessage());
    }
  }

  @Test
  void aConstantRegionCountsAsLostAndStaysAsItIsIfLeft() {
    RegionSignals truth = person(0);
    java.util.Arrays.fill(truth.values()[3], 5);
    FillSettings leave = FillSettings.defaults().withLost(LostRegions.LEAVE).withScored(false);
    FilledSignals filled = new FillGaps(leave, group()).fill(truth, mask(false), Progress.NONE);
    assertEquals(List.of("region 4"), filled.lost());
    for (int t = 0; t < FRAMES; t++) {
      double expected = mask(false)[3][t] ? Double.NaN : 5;
      assertEquals(expected, filled.signals().values()[3][t]);
      assertFalse(filled.filled()[3][t]);
    }
  }

  private static double[] z(double[] x) {
    boolean[][] seen = new boolean[1][x.length];
    java.util.Arrays.fill(seen[0], true);
    double[][] rows = {x};
    return Scaling.of(rows, seen).scaled(rows, seen)[0];
  }

  @Test
  void whatCannotBeFilledIsNamed() {
    RegionSignals truth = person(0);
    FillGaps gaps = new FillGaps(FillSettings.defaults(), group());
    boolean[][] all = new boolean[REGIONS][FRAMES];
    for (boolean[] row : all) {
      java.util.Arrays.fill(row, true);
    }
    says("nothing to fill from", () -> gaps.fill(truth, all, Progress.NONE));
    says("6 x 3", () -> gaps.fill(truth, new boolean[REGIONS][3], Progress.NONE));
    double[][] infinite = {{1, 2, Double.POSITIVE_INFINITY}};
    RegionSignals one = new RegionSignals(Regions.numbered("r", 1), infinite, 2, "file.csv");
    says("file.csv", () -> gaps.fill(one, null, Progress.NONE));
    infinite[0][2] = 5;
    says("1 regions, the group 6", () -> gaps.fill(one, null, Progress.NONE));
    says(
        "needs a group",
        () -> new FillGaps(FillSettings.defaults().withMethod(FillMethod.GROUP), null));
    says("at least one recording", () -> LagMoments.pooled(List.of(), 2));
    RegionSignals slow = new RegionSignals(truth.regions(), truth.values(), 4, "slow");
    says("every 4.0 s", () -> LagMoments.pooled(List.of(truth, slow), 2));
    FillGaps fixed =
        new FillGaps(FillSettings.defaults().withMethod(FillMethod.OWN_AND_GROUP), group());
    says("more lags", () -> fixed.fill(slow, mask(false), Progress.NONE));
  }

  private static void says(String words, org.junit.jupiter.api.function.Executable call) {
    BadInput e = assertThrows(BadInput.class, call);
    assertTrue(e.getMessage().contains(words), e.getMessage());
  }

  @Test
  void stopsWhenAsked() {
    Progress stopped =
        new Progress() {
          @Override
          public void report(double fraction, String message) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    FillGaps gaps = new FillGaps(FillSettings.defaults(), group());
    assertThrows(Cancelled.class, () -> gaps.fill(person(0), mask(false), stopped));
  }

  @Test
  void aSecondLagIsTakenForLongGapsOfWholeFrames() {
    boolean[][] mask = new boolean[REGIONS][FRAMES];
    for (boolean[] row : mask) {
      java.util.Arrays.fill(row, 50, 70, true);
    }
    FillGaps gaps = new FillGaps(FillSettings.defaults().withScored(false), group());
    FilledSignals filled = gaps.fill(person(0), mask, Progress.NONE);
    assertEquals(2, filled.order());
    FillSettings two =
        FillSettings.defaults()
            .withMethod(FillMethod.OWN_AND_GROUP)
            .withKalman(KalmanSettings.defaults().withOrder(2));
    FilledSignals plain = new FillGaps(two, group()).fill(person(0), mask, Progress.NONE);
    assertArrayEquals(plain.signals().values()[2], filled.signals().values()[2], "not scaled");
    mask[0][200] = true;
    java.util.Arrays.fill(mask[1], 100, 300, true);
    assertEquals(1, gaps.fill(person(0), mask, Progress.NONE).order());
  }

  @Test
  void aWholeRecordingComesBackAsItIs() {
    RegionSignals truth = person(0);
    FilledSignals same =
        new FillGaps(FillSettings.defaults(), group()).fill(truth, null, Progress.NONE);
    assertEquals(0, same.filledValues());
    assertNull(same.score());
    assertArrayEquals(truth.values()[3], same.signals().values()[3]);
  }
}
