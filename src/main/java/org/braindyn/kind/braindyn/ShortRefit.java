package org.braindyn.kind.braindyn;

import java.util.List;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.forecast.OpenModel;
import org.braindyn.io.model.StoredModel;
import org.braindyn.kind.EpochSettings;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.model.parameter.Names;
import org.braindyn.model.parameter.Parameters;
import org.braindyn.perturbation.RefitNull;
import org.braindyn.training.TrainingWatch;

/**
 * Fits a model like a trained one to other recordings: all windows, no choice of epoch. A model
 * that took more than a few epochs is not trained for as many again. What all regions share
 * (encoder and vector field: how a region goes on) begins where the trained model ended; what
 * belongs to one region (restriction maps and gates: who hears whom) is drawn anew, so that nothing
 * of the couplings that were found is known at the start. What is compared with such surrogates is
 * a model fitted in the same way to the recordings as they are: under the null both are alike
 * (docs/perturbation.md).
 *
 * @param kind of the model
 * @param stored the trained model
 * @param settings how its like is trained, its last epoch the one that was best
 */
record ShortRefit(BrainDynKind kind, StoredModel stored, KindSettings settings)
    implements RefitNull.Fit {
  /** Epochs of a short fit. */
  static final int EPOCHS = 3;

  @Override
  public boolean shorter() {
    int last = settings.whole(EpochSettings.LAST);
    return (last > 0 ? last : settings.whole("epochs")) > EPOCHS;
  }

  @Override
  public OpenModel fit(List<RegionSignals> recordings, Seed seed, Progress progress) {
    int context = stored.settings().context();
    TrainingSplit all = TrainingSplit.all(recordings, context, stored.settings().horizon());
    KindSettings like = shorter() ? settings.with(EpochSettings.LAST, EPOCHS) : settings;
    TrainedModel model =
        kind.train(
            all,
            stored.graph(),
            stored.settings(),
            shorter() ? stored.parameters() : null,
            like.with(seed),
            TrainingWatch.of(progress));
    return new OpenModel(model.forecaster(), List.of(model));
  }

  /** Takes what belongs to no region. */
  static void take(Parameters from, Parameters into) {
    if (from == null) {
      return;
    }
    for (Parameters.Entry entry : into.entries()) {
      String name = entry.name();
      boolean own =
          name.equals(Names.MAPS)
              || name.equals(Names.SOURCE_GATES)
              || name.equals(Names.TARGET_GATES);
      if (!own) {
        into.set(name, from.get(name));
      }
    }
  }
}
