package org.braindyn.pipeline;

import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Generator;
import org.braindyn.signal.ContextNormalisation;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.Realism;

/**
 * A synthetic recording from a trained model, started from a real one and with the noise that the
 * model leaves unexplained in it.
 *
 * @param signals the synthetic recording, in the real one's unit
 * @param realism how much it looks like the real one; null if either is too short to tell
 */
public record GenerateSignals(RegionSignals signals, Realism realism) {
  private static final int SHORTEST = 128;

  /**
   * Generates.
   *
   * @param real recording of the model's regions
   * @param frames samples wanted
   * @param noise 1 for the data's noise, 0 for none
   */
  public static GenerateSignals of(
      SavedModel stored,
      RegionSignals real,
      int frames,
      double noise,
      Seed seed,
      Progress progress) {
    stored.checkFits(real, "The model");
    int context = stored.context();
    if (stored.signals() != 1) {
      throw new BadInput("The model has several signals per region; Generate needs one.");
    }
    WindowSet windows = WindowSet.of(List.of(real), context, stored.horizon(), 1);
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
    double[][] values;
    try (OpenModel model = stored.open()) {
      Generator generator = Generator.fit(model.forecaster(), windows, progress);
      values = generator.run(start, frames, noise, seed, progress);
    }
    Realism realism =
        Math.min(frames, real.frames()) < SHORTEST ? null : Realism.of(real.values(), values);
    for (int n = 0; n < values.length; n++) {
      for (int t = 0; t < frames; t++) {
        values[n][t] = numbers.mean()[n] + numbers.sd()[n] * values[n][t];
      }
    }
    return new GenerateSignals(real.withValues(values), realism);
  }
}
