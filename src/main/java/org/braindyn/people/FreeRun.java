package org.braindyn.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.Generator;
import org.braindyn.graph.Correlation;
import org.braindyn.longrun.LongRuns;
import org.braindyn.longrun.ModelRun;
import org.braindyn.signal.ContextNormalisation;
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.score.Realism;

/**
 * A forecaster let run freely from the end of a test person's recording, beside that recording.
 *
 * @param forecaster who ran
 * @param person whose recording
 * @param realism how much the two are alike
 * @param real functional connectivity of the recording, [region][region]
 * @param generated functional connectivity of the run
 * @param longRuns the recording, rivals and every forecaster's run of it; null if it is too short
 * @param realSpectrum mean power spectrum of the regions, total power 1, [frequency]
 * @param spectrum the same of the run
 */
public record FreeRun(
    String forecaster,
    String person,
    Realism realism,
    LongRuns longRuns,
    double[][] real,
    double[][] generated,
    double[] realSpectrum,
    double[] spectrum) {
  private static final int FRAMES = 500;

  /**
   * Runs of every model and of the autoregression; none of recordings that are too short to judge
   * or partly filled.
   */
  static List<FreeRun> of(List<Contender> all, PeopleTask task, Progress progress) {
    List<FreeRun> runs = new ArrayList<>();
    WindowSet train = task.train();
    List<Forecaster> able =
        all.stream().filter(Contender::runsFreely).map(Contender::forecaster).toList();
    List<Recording> measured =
        task.test().recordings().stream()
            .filter(r -> r.frames() >= Realism.FEWEST && !r.filledWithin(0, r.frames()))
            .toList();
    List<LongRuns> beside = new ArrayList<>();
    for (Recording recording : measured) {
      Cancelled.check(progress, "Evaluate");
      beside.add(able.isEmpty() ? null : rivals(recording, task, progress.part(0, 0.2)));
    }
    Progress rest = progress.part(0.2, 1);
    for (int f = 0; f < able.size(); f++) {
      Progress part = rest.part((double) f / able.size(), (f + 1.0) / able.size());
      Generator generator = Generator.fit(able.get(f), train, part.part(0, 0.5));
      for (int r = 0; r < measured.size(); r++) {
        Cancelled.check(progress, "Evaluate");
        Runner runner = new Runner(able.get(f), generator, beside.get(r));
        runs.add(runner.run(measured.get(r), task.plan(), part.part(0.5, 1)));
      }
    }
    return runs;
  }

  /** The recording and what stands beside every model; null if it is too short or constant. */
  private static LongRuns rivals(Recording recording, PeopleTask task, Progress progress) {
    double[][] real = zScored(recording);
    boolean moves =
        Arrays.stream(real).allMatch(row -> Arrays.stream(row).anyMatch(v -> v != row[0]));
    return recording.frames() < LongRuns.FEWEST || !moves
        ? null
        : LongRuns.of(real, task.data().interval(), task.plan().seed(), progress);
  }

  /** A forecaster, how it runs, and the comparison it is added to; null for none. */
  private record Runner(Forecaster forecaster, Generator generator, LongRuns longRuns) {
    FreeRun run(Recording recording, PeoplePlan plan, Progress progress) {
      double[][] real = zScored(recording);
      double[][] made = generator.run(real, FRAMES, 1, plan.seed(), progress.part(0, 0.5));
      if (longRuns != null) {
        new ModelRun(forecaster, generator, real, made)
            .addTo(longRuns, forecaster.name(), progress.part(0.5, 1));
      }
      int segment = Realism.segment(Math.min(recording.frames(), FRAMES));
      return new FreeRun(
          forecaster.name(),
          recording.person(),
          Realism.of(real, made),
          longRuns,
          Correlation.of(real),
          Correlation.of(made),
          Realism.meanSpectrum(real, segment),
          Realism.meanSpectrum(made, segment));
    }
  }

  private static double[][] zScored(Recording recording) {
    int frames = recording.frames();
    SignalBatch run = new SignalBatch(1, recording.regions(), frames);
    for (int n = 0; n < recording.regions(); n++) {
      recording.read(n, 0, frames, run.values(), run.index(0, n, 0));
    }
    double[] scored = ContextNormalisation.of(run).normalise(run).values();
    double[][] result = new double[recording.regions()][];
    for (int n = 0; n < result.length; n++) {
      result[n] = java.util.Arrays.copyOfRange(scored, n * frames, (n + 1) * frames);
    }
    return result;
  }
}
