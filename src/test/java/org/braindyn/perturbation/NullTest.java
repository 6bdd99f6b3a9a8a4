package org.braindyn.perturbation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.OpenModel;
import org.braindyn.forecast.VectorAutoregression;
import org.braindyn.perturbation.significance.NullComparison;
import org.braindyn.perturbation.significance.NullEffects;
import org.braindyn.perturbation.significance.RefitNull;
import org.braindyn.perturbation.significance.Surrogates;
import org.braindyn.signal.WindowSet;
import org.braindyn.simulation.BoldSimulation;
import org.braindyn.simulation.RateNetwork;
import org.junit.jupiter.api.Test;

class NullTest {
  private static final Perturbation IMPULSE = Perturbation.of(Intervention.impulse("R 1", 2));

  private static Forecaster fit(List<RegionSignals> recordings, Seed seed, Progress progress) {
    WindowSet windows = WindowSet.of(recordings, 30, 5, 5);
    return VectorAutoregression.fitWindows(windows, 1, new double[] {30}, progress).get(0);
  }

  private static PerturbationMap map(Forecaster model, List<RegionSignals> recordings) {
    return PerturbationMap.compute(
        model,
        recordings.get(0).regions(),
        2,
        StartingWindows.spread(recordings, 30, 20).contexts(),
        IMPULSE,
        PerturbationMap.Settings.frames(5),
        Progress.NONE);
  }

  private static List<EffectSummary> analyse(double[][] wiring, int frames, long seed) {
    BoldSimulation brain = new BoldSimulation(new RateNetwork(wiring, 3, true, 0.3, 0.1), 2, 0.1);
    List<RegionSignals> recordings =
        List.of(brain.record(Regions.numbered("R", 12), frames, null, List.of(), Seed.of(seed)));
    NullEffects nulls =
        new RefitNull(Surrogates.CIRCULAR_SHIFT, 19, Seed.of(seed))
            .run(
                recordings,
                (own, other, progress) -> OpenModel.of(fit(own, other, progress)),
                (model, fakes) -> EffectSummary.peaks(map(model, fakes).mean()),
                Progress.NONE);
    return EffectSummary.of(map(fit(recordings, null, Progress.NONE), recordings), null, nulls);
  }

  @Test
  void withoutCouplingAtMostOneInTwentyIsCalledSignificant() {
    int called = 0;
    int all = 0;
    for (int seed = 1; seed <= 20; seed++) {
      List<EffectSummary> list = analyse(new double[12][12], 300, seed);
      for (int r = 1; r < 12; r++, all++) { // the perturbed region itself answers, of course
        called += list.get(r).q() <= 0.05 ? 1 : 0;
      }
    }
    assertTrue(called <= 0.05 * all, called + " of " + all);
  }

  @Test
  void withCouplingTheDirectTargetsAreFoundWithTheirSign() {
    double[][] wiring = new double[12][12];
    wiring[0][3] = 0.9;
    wiring[0][5] = -0.9;
    wiring[3][7] = 0.9;
    List<EffectSummary> list = analyse(wiring, 800, 1);
    assertTrue(list.get(3).q() <= 0.05 && list.get(3).peak() > 0, list.get(3).toString());
    assertTrue(list.get(5).q() <= 0.05 && list.get(5).peak() < 0, list.get(5).toString());
    assertTrue(list.get(1).q() > 0.05, list.get(1).toString());
    EffectSummary self = list.get(0);
    assertEquals((self.frame() + 1) * 2.0, self.latency());
    assertTrue(self.low() <= self.peak() && self.peak() <= self.high());
  }

  @Test
  void pValuesRankAgainstThePool() {
    double[][] null5 = {{1, -2}, {-1, 2}, {1, 2}, {-1, -2}, {1, 2}};
    double[] p = NullComparison.pValues(new double[] {0.5, 20}, null5);
    assertEquals(1, p[0], 1e-12);
    assertEquals(1.0 / 11, p[1], 1e-12);
    assertThrows(BadInput.class, () -> NullComparison.pValues(new double[1], new double[4][1]));
  }

  @Test
  void confidenceIntervalIsStudentsOverPeople() {
    PerturbationMap map =
        PerturbationMap.compute(
            new SquareForecaster(),
            Regions.numbered("R", 1),
            Double.NaN,
            SquareForecaster.contexts(1, 2, 3, 5),
            Perturbation.of(Intervention.impulse("R 1", 1)),
            PerturbationMap.Settings.frames(1),
            Progress.NONE);
    // (x + 1)^2 - x^2 = 3, 5, 7, 11; people 0 0 1 1 have means 4 and 9
    EffectSummary windows = EffectSummary.of(map, null, null).get(0);
    double[] e = {3, 5, 7, 11};
    double sd = Math.sqrt(Arrays.stream(e).map(x -> (x - 6.5) * (x - 6.5)).sum() / 3);
    assertEquals(6.5, windows.peak(), 1e-12);
    assertEquals(6.5 + 3.182446305284263 * sd / 2, windows.high(), 1e-9);
    EffectSummary people = EffectSummary.of(map, new int[] {0, 0, 1, 1}, null).get(0);
    assertEquals(6.5 - 12.706204736432095 * 2.5, people.low(), 1e-9);
    assertTrue(Double.isNaN(people.q()) && Double.isNaN(people.latency()));
  }
}
