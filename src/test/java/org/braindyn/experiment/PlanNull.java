package org.braindyn.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.people.TimeSplit;
import org.braindyn.planning.Goal;
import org.braindyn.planning.PlanEffort;
import org.braindyn.planning.PlanQuestion;
import org.braindyn.planning.PlanStimulation;
import org.braindyn.planning.SiteResponses;
import org.braindyn.planning.SiteRow;
import org.braindyn.planning.StimulationLimits;
import org.braindyn.planning.WaveformSolver;
import org.braindyn.simulation.BoldSimulation;
import org.braindyn.simulation.RateNetwork;
import org.braindyn.stimulation.ModelRecordings;
import org.braindyn.training.TrainingWatch;

/** Which sites are called: none where regions do not drive one another, many where they do. */
final class PlanNull {
  private static final int[] TARGETS = {0, 1, 2};
  private static final int REGIONS = 20;
  private static final int SURROGATES = 99;
  private static final double GOOD = 0.05;
  private static final double USELESS = 0.01;

  private PlanNull() {}

  /** Twenty regions that do not drive one another. */
  static void run(long first, int from, int sets, int frames) {
    int regions = REGIONS;
    int called = 0;
    int tested = 0;
    int plans = 0;
    List<Integer> with = new ArrayList<>();
    for (int k = from; k < from + sets; k++) {
      Seed seed = Seed.of(first).derive("uncoupled", k);
      BoldSimulation brain =
          new BoldSimulation(
              new RateNetwork(new double[regions][regions], 3, true, 0.3, 0.1), 2, 0.1);
      RegionSignals signals =
          brain.record(Regions.numbered("R", regions), frames, null, List.of(), seed);
      PlanStimulation plan = plan(signals, null, seed);
      int here = (int) plan.sites().stream().filter(r -> r.q() <= 0.05).count();
      called += here;
      tested += plan.sites().size();
      plans += plan.planned() ? 1 : 0;
      if (here > 0) {
        with.add(k);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "null, seed %d, %d sets of %d uncoupled regions and %d frames: %d of %d sites called (sets"
            + " %s), %d plans written%n",
        first,
        sets,
        regions,
        frames,
        called,
        tested,
        with,
        plans);
  }

  /** The networks of {@link PlanRate}: sites that truly do much for the targets, or nothing. */
  static void coupled(long first, int networks, int frames) {
    for (boolean halves : new boolean[] {false, true}) {
      coupled(first, networks, frames, halves, true);
      coupled(first, networks, frames, halves, false);
    }
  }

  /** With halves, ten sites have no links to the targets at all. */
  private static void coupled(long first, int networks, int frames, boolean halves, boolean known) {
    int[] good = new int[2];
    int[] useless = new int[2];
    for (int k = 0; k < networks; k++) {
      Seed seed = Seed.of(first).derive("network", k);
      PlanRate network = new PlanRate(seed, halves);
      double[][] links = known ? network.wiring() : null;
      PlanStimulation plan = plan(network.recording(frames), links, seed);
      SiteResponses truth = PlanJudge.of(network.truth(), plan.question().sites());
      WaveformSolver judge =
          new WaveformSolver(plan.question().goal(), StimulationLimits.free(8, 1, 0), 0.1, 1);
      for (SiteRow site : plan.sites()) {
        double worth = judge.worth(truth, judge.best(List.of(truth), site.row()));
        count(good, worth >= GOOD, site.q());
        count(useless, worth <= USELESS, site.q());
      }
    }
    System.out.printf(
        Locale.ROOT,
        "calls, seed %d, %d networks%s, %d frames, links %s: called %d of %d sites that save %.2f"
            + " or more, %d of %d that save %.2f or less%n",
        first,
        networks,
        halves ? " of two halves" : "",
        frames,
        known ? "known" : "unknown",
        good[1],
        good[0],
        GOOD,
        useless[1],
        useless[0],
        USELESS);
  }

  private static void count(int[] all, boolean counts, double q) {
    all[0] += counts ? 1 : 0;
    all[1] += counts && q <= 0.05 ? 1 : 0;
  }

  private static PlanStimulation plan(RegionSignals signals, double[][] links, Seed seed) {
    PlanQuestion question =
        new PlanQuestion(
            Goal.shift(TARGETS, 1, 8, 5),
            PlanQuestion.sites("all", TARGETS, signals.regions()),
            1,
            StimulationLimits.free(8, 1, 2),
            0.1,
            5);
    var kind = ModelKinds.named("VAR shrunk to own past and mean");
    try (TrainedModel model =
        kind.train(
            TimeSplit.learning(
                signals, TimeSplit.Parts.usual(signals.frames()), new TimeSplit.Shape(30, 10, 2)),
            null,
            kind.defaults().with(seed),
            TrainingWatch.of(Progress.NONE))) {
      return PlanStimulation.of(
          model,
          ModelRecordings.one(model, signals),
          new PlanStimulation.Known(links, null),
          question,
          PlanEffort.usual(seed).withSurrogates(SURROGATES),
          Progress.NONE);
    }
  }
}
