package org.braindyn.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.people.TimeSplit;
import org.braindyn.planning.Goal;
import org.braindyn.planning.PlanEffort;
import org.braindyn.planning.PlanQuestion;
import org.braindyn.planning.PlanStimulation;
import org.braindyn.planning.StimulationLimits;
import org.braindyn.simulation.BoldSimulation;
import org.braindyn.simulation.RateNetwork;
import org.braindyn.stimulation.ModelRecordings;

/** Regions that do not drive one another: no site may be called. */
final class PlanNull {
  private PlanNull() {}

  static void run(long first, int sets, int regions, int frames) {
    int called = 0;
    int tested = 0;
    int plans = 0;
    List<Integer> with = new ArrayList<>();
    for (int k = 0; k < sets; k++) {
      Seed seed = Seed.of(first).derive("uncoupled", k);
      BoldSimulation brain =
          new BoldSimulation(
              new RateNetwork(new double[regions][regions], 3, true, 0.3, 0.1), 2, 0.1);
      RegionSignals signals =
          brain.record(Regions.numbered("R", regions), frames, null, List.of(), seed);
      int[] targets = {0, 1, 2};
      PlanQuestion question =
          new PlanQuestion(
              Goal.shift(targets, 1, 8, 5),
              PlanQuestion.sites("all", targets, signals.regions()),
              1,
              StimulationLimits.free(8, 1, 2),
              0.1,
              5);
      KindSettings told = ModelKinds.named("VAR shrunk to own past and mean").defaults();
      try (TrainedModel model =
          ModelKinds.named("VAR shrunk to own past and mean")
              .train(
                  TimeSplit.learning(
                      signals, TimeSplit.Parts.usual(frames), new TimeSplit.Shape(30, 10, 2)),
                  null,
                  told.with(seed),
                  org.braindyn.training.TrainingWatch.of(Progress.NONE))) {
        PlanStimulation plan =
            PlanStimulation.of(
                model,
                ModelRecordings.one(model, signals),
                new PlanStimulation.Known(null, null),
                question,
                PlanEffort.usual(seed).withSurrogates(19),
                Progress.NONE);
        int here = (int) plan.sites().stream().filter(r -> r.q() <= 0.05).count();
        called += here;
        tested += plan.sites().size();
        plans += plan.planned() ? 1 : 0;
        if (here > 0) {
          with.add(k);
        }
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
}
