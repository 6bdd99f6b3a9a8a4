package org.braindyn.stimulation;

import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.kind.TrainedModel;
import org.braindyn.perturbation.NullComparison;
import org.braindyn.perturbation.RefitNull;
import org.braindyn.perturbation.Surrogates;

/** Models of the same kind, refitted to recordings without coupling, for p-values. */
final class RefittedModels {
  private RefittedModels() {}

  /**
   * What an analysis finds where there is nothing to find.
   *
   * @param surrogates how many; 0 for none
   * @return [surrogate][cell], or null for none
   */
  static double[][] effects(
      TrainedModel stored,
      ModelRecordings recordings,
      int surrogates,
      RefitNull.Analysis analysis,
      Progress progress) {
    if (surrogates == 0) {
      return null;
    }
    if (surrogates < NullComparison.FEWEST) {
      throw new BadInput(
          "surrogates="
              + surrogates
              + " is too few for p-values. Use 0 for none, or "
              + NullComparison.FEWEST
              + " or more (19 are usual).");
    }
    return new RefitNull(Surrogates.CIRCULAR_SHIFT, surrogates, Seed.of(stored.provenance().seed()))
        .run(recordings.signals(), stored.refit(), analysis, progress);
  }
}
