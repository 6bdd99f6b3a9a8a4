package org.braindyn.people;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.Generator;
import org.braindyn.graph.Correlation;
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
 * @param realSpectrum mean power spectrum of the regions, total power 1, [frequency]
 * @param spectrum the same of the run
 */
public record FreeRun(
    String forecaster,
    String person,
    Realism realism,
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
    for (int f = 0; f < able.size(); f++) {
      Progress part = progress.part((double) f / able.size(), (f + 1.0) / able.size());
      Generator generator = Generator.fit(able.get(f), train, part.part(0, 0.5));
      for (Recording recording : task.test().recordings()) {
        Cancelled.check(progress, "Evaluate");
        boolean measured = !recording.filledWithin(0, recording.frames());
        if (measured && recording.frames() >= Realism.FEWEST) {
          runs.add(run(able.get(f), generator, recording, task.plan(), part.part(0.5, 1)));
        }
      }
    }
    return runs;
  }

  private static FreeRun run(
      Forecaster f, Generator generator, Recording recording, PeoplePlan plan, Progress progress) {
    double[][] real = zScored(recording);
    double[][] made = generator.run(real, FRAMES, 1, plan.seed(), progress);
    int segment = Realism.segment(Math.min(recording.frames(), FRAMES));
    return new FreeRun(
        f.name(),
        recording.person(),
        Realism.of(real, made),
        Correlation.of(real),
        Correlation.of(made),
        Realism.meanSpectrum(real, segment),
        Realism.meanSpectrum(made, segment));
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
