package org.braindyn.models;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.data.text.ResultTable;
import org.braindyn.forecast.Generator;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.ModelVerdict;
import org.braindyn.kind.TrainedModel;
import org.braindyn.longrun.LongRuns;
import org.braindyn.longrun.ModelRun;
import org.braindyn.signal.ContextNormalisation;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.score.Realism;

/**
 * A synthetic recording from a trained model, started from a real one and with the noise that the
 * model leaves unexplained in it.
 *
 * @param signals the synthetic recording, in the real one's unit
 * @param realism how much it looks like the real one; null if either is too short to tell
 * @param longRuns its invariants beside those of rivals; null if nobody asked
 * @param verdict what the model's file says of it
 * @param notes how it was made
 */
public record GenerateSignals(
    RegionSignals signals, Realism realism, LongRuns longRuns, ModelVerdict verdict, String notes) {
  /**
   * What to generate.
   *
   * @param frames samples
   * @param noise 1 for the data's noise, 0 for none
   * @param seed fixes all that is drawn
   * @param compared whether to compare the run's invariants with the recording's and with rivals'
   */
  public record Wanted(int frames, double noise, Seed seed, boolean compared) {}

  /** As below, with the model in a file. */
  public static GenerateSignals of(
      File model, RegionSignals real, Wanted wanted, Progress progress) {
    try (TrainedModel stored = ModelKinds.read(model)) {
      return of(stored, real, wanted, progress);
    }
  }

  /**
   * Generates.
   *
   * @param real recording of the model's regions
   */
  public static GenerateSignals of(
      TrainedModel stored, RegionSignals real, Wanted wanted, Progress progress) {
    int frames = wanted.frames();
    double noise = wanted.noise();
    Seed seed = wanted.seed();
    ModelFit.check(stored, real, "The model");
    if (wanted.compared() && Math.min(frames, real.frames()) < LongRuns.FEWEST) {
      throw new BadInput(
          String.format(
              "Long runs are compared over %d frames or more; %d of the recording and %d generated"
                  + " are too few. Give frames=%d or more and a recording as long.",
              LongRuns.FEWEST, real.frames(), frames, LongRuns.FEWEST));
    }
    int context = stored.context();
    if (stored.signals() != 1) {
      throw new BadInput("The model has several signals per region; Generate needs one.");
    }
    double floor = stored.provenance().data().floor();
    WindowSet windows = WindowSet.of(List.of(real), context, stored.horizon(), 1).withFloor(floor);
    SignalBatch whole = new SignalBatch(1, real.size(), real.frames());
    for (int n = 0; n < real.size(); n++) {
      System.arraycopy(real.values()[n], 0, whole.values(), whole.index(0, n, 0), real.frames());
    }
    ContextNormalisation numbers = ContextNormalisation.of(whole);
    double[][] start = new double[real.size()][context];
    for (int n = 0; n < start.length; n++) {
      for (int t = 0; t < context; t++) {
        start[n][t] = (real.values()[n][t] - numbers.mean()[n]) / numbers.sd()[n];
      }
    }
    double[] least = Arrays.stream(numbers.sd()).map(sd -> floor / sd).toArray();
    Generator generator = Generator.fit(stored.forecaster(), windows, progress).withFloors(least);
    double[][] values = generator.run(start, frames, noise, seed, progress);
    String notes = notes(stored, real, generator, noise, seed);
    Realism realism =
        Math.min(frames, real.frames()) < Realism.FEWEST ? null : Realism.of(real.values(), values);
    LongRuns runs = null;
    if (wanted.compared()) {
      runs = LongRuns.of(real.values(), real.interval(), seed, progress);
      new ModelRun(stored.forecaster(), generator, start, values)
          .addTo(runs.inDeviations(), stored.title(), progress);
      notes += "\n" + runs.verdict();
    }
    for (int n = 0; n < values.length; n++) {
      for (int t = 0; t < frames; t++) {
        values[n][t] = numbers.mean()[n] + numbers.sd()[n] * values[n][t];
      }
    }
    RegionSignals made =
        new RegionSignals(
            real.regions(), values, real.interval(), "generated like " + real.source());
    return new GenerateSignals(made, realism, runs, ModelVerdict.of(stored), notes);
  }

  private static String notes(
      TrainedModel stored, RegionSignals real, Generator generator, double noise, Seed seed) {
    return String.format(
        Locale.ROOT,
        "%s%s%nStarted from the first %d frames of %s.%nNoise: of %d blocks of %d frames of all"
            + " regions that the model missed in %s,%none drawn with replacement for every %d"
            + " frames (seed %d), times %.3g; %.0f %% of a context's mean stay in the next block.%n"
            + "Part of the connectivity comes with the noise; noise=0 shows the model alone.",
        ModelSummary.of(stored),
        ModelSummary.met(stored, real),
        stored.context(),
        real.source(),
        generator.blocks(),
        stored.horizon(),
        real.source(),
        stored.horizon(),
        seed.value(),
        noise,
        100 * generator.keptMean());
  }

  /** How much it looks like the real recording, one measure per row. */
  public ResultTable table() {
    ResultTable table = ResultTable.of("Measure", "Value").row("frames", signals.frames());
    if (realism != null) {
      table.row("FC correlation with real", realism.fcCorrelation());
      table.row("spectral distance", realism.spectralDistance());
      table.row("lag-1 autocorrelation real", realism.realLagOne());
      table.row("lag-1 autocorrelation generated", realism.generatedLagOne());
      table.row("largest value (sd)", realism.largest());
    }
    return table;
  }
}
