package org.braindyn.stimulation;

import java.io.IOException;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.braindyn.data.Seed;
import org.braindyn.io.Places;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.perturbation.significance.NullComparison;
import org.braindyn.perturbation.significance.NullEffects;
import org.braindyn.perturbation.significance.RefitNull;
import org.braindyn.perturbation.significance.Surrogates;

/** Models of the same kind, refitted to recordings without coupling, for p-values. */
final class RefittedModels {
  private RefittedModels() {}

  /**
   * What an analysis finds in refits, to the recordings and where there is nothing to find.
   *
   * @param surrogates how many; 0 for none
   * @return null for none
   */
  static NullEffects effects(
      TrainedModel stored,
      ModelRecordings recordings,
      int surrogates,
      RefitNull.Analysis analysis,
      Progress progress) {
    if (surrogates == 0) {
      return null;
    }
    check(surrogates);
    return none(stored, surrogates).run(recordings.signals(), stored.refit(), analysis, progress);
  }

  /** Refits of a model, by the seed that it was trained with. */
  static RefitNull none(TrainedModel stored, int surrogates) {
    return new RefitNull(
        Surrogates.CIRCULAR_SHIFT, surrogates, Seed.of(stored.provenance().seed()));
  }

  /** The model in a file, wherever it lies. */
  static TrainedModel open(String model) {
    try {
      return ModelKinds.read(Places.path(model), null);
    } catch (IOException e) {
      throw new BadInput("model=" + model + " cannot be read: " + Reason.of(e) + ".", e);
    }
  }

  /** Refuses too few. */
  static void check(int surrogates) {
    if (surrogates < NullComparison.FEWEST) {
      throw new BadInput(
          "surrogates="
              + surrogates
              + " is too few for p-values. Use 0 for none, or "
              + NullComparison.FEWEST
              + " or more (19 are usual).");
    }
  }
}
