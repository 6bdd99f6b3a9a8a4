package org.braindyn.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.forecast.VectorAutoregression;
import org.braindyn.perturbation.PerturbationMap;
import org.braindyn.perturbation.StartingWindows;
import org.braindyn.signal.WindowSet;
import org.braindyn.simulation.BoldPhantom;
import org.junit.jupiter.api.Test;

class StimulationCheckTest {
  @Test
  void comparesAtThePeakAndCountsDirectTargets() {
    double[][] truth = {{0, 9, 9}, {0, 1, 0.5}, {0, -0.2, -1}, {0, 0, 0}};
    double[][] good = {{0, 9, 9}, {0, 2, 1}, {0, -0.4, -2}, {0, 0, 0}};
    double[] links = {0, 0.5, -0.5, 0};
    StimulationCheck check = StimulationCheck.compare(0, good, truth, links);
    assertEquals(2, check.peak());
    assertEquals(1, check.correlation(), 1e-12);
    assertEquals(2, check.direct());
    assertEquals(2, check.rightSign());
    assertEquals(2, check.rightLatency());
    assertEquals(0, check.latencyError());
    assertEquals(1, check.inhibitory());
    double[][] wrong = {{0, 9, 9}, {0, -2, 1}, {3, 0.4, 2}, {0, 0, 0}};
    StimulationCheck bad = StimulationCheck.compare(0, wrong, truth, links);
    assertEquals(0, bad.rightSign());
    assertEquals(1, bad.rightLatency());
    assertEquals(2, bad.latencyError());
    assertEquals(0, bad.inhibitoryRight());
  }

  /** An autoregression fitted to undisturbed phantom recordings foretells true stimulation. */
  @Test
  void linearModelForetellsTheStimulatedPhantom() {
    BoldPhantom phantom = BoldPhantom.make(BoldPhantom.Settings.defaults());
    List<RegionSignals> runs = new ArrayList<>();
    for (int k = 0; k < 4; k++) {
      runs.add(
          phantom
              .simulation()
              .record(phantom.regions(), 300, phantom.scale(), List.of(), Seed.of(100 + k)));
    }
    var model =
        VectorAutoregression.fitWindows(
                WindowSet.of(runs, 30, 10, 5), 2, new double[] {30}, Progress.NONE)
            .get(0);
    double[][][] truth = new double[5][][];
    double[][] wiring = new double[5][];
    for (int u = 0; u < 5; u++) {
      truth[u] = phantom.response(u, 15);
      wiring[u] = phantom.wiring()[u];
    }
    List<StimulationCheck> checks =
        StimulationCheck.all(
            model,
            phantom.regions(),
            2,
            StartingWindows.spread(runs, 30, 4).contexts(),
            new StimulationCheck.Truth(truth, wiring),
            new PerturbationMap.Settings(15, 1, Seed.of(1), true),
            Progress.NONE);
    double mean = checks.stream().mapToDouble(StimulationCheck::correlation).average().orElse(0);
    assertTrue(mean > 0.8, "mean correlation " + mean + "\n" + checks);
    int direct = checks.stream().mapToInt(StimulationCheck::direct).sum();
    int right = checks.stream().mapToInt(StimulationCheck::rightSign).sum();
    assertTrue(direct >= 8 && right == direct, right + " of " + direct);
  }
}
