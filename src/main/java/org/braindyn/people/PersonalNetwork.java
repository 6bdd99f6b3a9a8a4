package org.braindyn.people;

import java.util.Arrays;
import java.util.Locale;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.family.personal.Adaptation;
import org.braindyn.kind.TunableNetwork;
import org.braindyn.signal.WindowSet;
import org.braindyn.signal.Windows;

/**
 * A group's network beside a person's pooled forecast: none, as it is, or tuned on the first 60 %
 * of the recording until the next 20 % are forecast no better. The middle fifth chooses, the last
 * fifth compares; what is kept is then tuned on the first four fifths, the last one ending it.
 *
 * @param network what stands beside the pooled forecast; null for none
 * @param error mean squared error on the last fifth
 * @param errors truth less forecast there
 * @param sentence what was tried, and how it did
 */
record PersonalNetwork(TunableNetwork network, double error, SignalBatch errors, String sentence) {
  /** Tries all three; the caller closes {@link #network}. */
  static PersonalNetwork of(
      TunableNetwork group, Adaptation pooled, WindowSet own, Progress progress) {
    Adaptation.Parts parts = Adaptation.Parts.of(own);
    Forecaster first = pooled.fitted(parts.first());
    Forecaster early = pooled.fitted(parts.early());
    try (TunableNetwork tuned =
        group.tuned(parts.first(), parts.choosing(), progress.part(0, 0.4))) {
      double alone = mse(first, parts.choose());
      double asItIs = mse(group.beside(first), parts.choose());
      double gentle = tuned.changed() ? mse(tuned.beside(first), parts.choose()) : asItIs;
      TunableNetwork kept = gentle < asItIs ? tuned : group;
      boolean none = alone <= Math.min(asItIs, gentle);
      Forecaster best = none ? early : kept.beside(early);
      SignalBatch errors = Adaptation.errors(best, parts.test());
      String said =
          String.format(
              Locale.ROOT,
              "BrainDyn beside it, on the fifth before the last: %.4f without, %.4f as the group's,"
                  + " %.4f tuned to the recording. Kept: %s.",
              alone,
              asItIs,
              gentle,
              none ? "none" : kept == tuned ? "tuned" : "the group's");
      TunableNetwork last =
          none
              ? null
              : kept == tuned
                  ? group.tuned(parts.early(), parts.testing(), progress.part(0.4, 1))
                  : group;
      return new PersonalNetwork(last, mean(errors), errors, said);
    }
  }

  private static double mse(Forecaster model, Windows windows) {
    return mean(Adaptation.errors(model, windows));
  }

  private static double mean(SignalBatch errors) {
    return Arrays.stream(errors.values()).map(e -> e * e).average().orElse(0);
  }
}
