package org.braindyn.kind.braindyn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.braindyn.data.Precision;
import org.braindyn.forecast.BrainDynForecaster;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.OpenModel;
import org.braindyn.graph.BrainGraph;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.io.model.ModelFile;
import org.braindyn.io.model.StoredModel;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelChange;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelShape;
import org.braindyn.kind.Provenance;
import org.braindyn.kind.RefitPlan;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.ModelSettingsBuilder;
import org.braindyn.perturbation.significance.RefitNull;
import org.braindyn.training.TrainingLog;
import org.braindyn.training.TrainingSettings;
import org.braindyn.training.TrainingWatch;

/** A trained BrainDyn alone. */
final class BrainDynModel implements TrainedModel {
  private final BrainDynKind kind;
  private final StoredModel stored;
  private final Provenance provenance;
  private final List<TrainingLog> logs;
  private BrainDyn open;

  /**
   * @param stored its settings, graph and parameters
   * @param provenance from what and how it was made
   * @param logs what happened epoch by epoch
   */
  BrainDynModel(
      BrainDynKind kind, StoredModel stored, Provenance provenance, List<TrainingLog> logs) {
    this.kind = kind;
    this.stored = stored;
    this.provenance = provenance;
    this.logs = List.copyOf(logs);
  }

  /** Files of earlier versions do not hold every setting, but the arrays show them. */
  static Provenance shown(Provenance said, ModelSettings settings) {
    Map<String, Object> values = new LinkedHashMap<>(said.settings());
    values.put("hidden", settings.hidden());
    values.put("maps", settings.maps());
    values.put("method", settings.method());
    return said.with(said.kind(), values);
  }

  @Override
  public ModelKind kind() {
    return kind;
  }

  @Override
  public ModelShape shape() {
    ModelSettings s = stored.settings();
    return new ModelShape(s.regions(), s.signals(), s.context(), s.horizon(), s.precision());
  }

  @Override
  public Provenance provenance() {
    return provenance;
  }

  @Override
  public synchronized Forecaster forecaster() {
    if (open == null) {
      open = stored.open();
    }
    return new BrainDynForecaster(title(), open);
  }

  @Override
  public Map<String, NpyArray> arrays() {
    return ModelFile.arrays(stored);
  }

  @Override
  public Map<String, Object> description() {
    return ModelFile.description(stored.settings());
  }

  @Override
  public Optional<BrainGraph> graph() {
    return Optional.of(stored.graph());
  }

  @Override
  public List<TrainingLog> logs() {
    return logs;
  }

  @Override
  public boolean horizonKnown() {
    return stored.chunkKnown();
  }

  @Override
  public TrainedModel with(ModelChange change) {
    ModelSettings own = stored.settings();
    ModelSettingsBuilder builder = own.change();
    builder.context(change.context() == null ? own.context() : change.context());
    builder.horizon(change.chunk() == null ? own.horizon() : change.chunk());
    builder.method(change.method() == null ? own.method() : change.method());
    Precision precision = change.precision() == null ? own.precision() : change.precision();
    builder.precision(precision).dt(change.dt() == null ? own.dt() : change.dt());
    StoredModel changed =
        new StoredModel(
            builder.build(),
            stored.graph(),
            stored.parameters(),
            stored.info(),
            stored.chunkKnown());
    return new BrainDynModel(kind, changed, provenance, logs);
  }

  /** On the same graph, in every detail of its shape, also those that are no settings. */
  @Override
  public RefitNull.Fit refit() {
    KindSettings like = provenance.again(kind);
    return (recordings, seed, progress) -> {
      TrainingSplit all = TrainingSplit.all(recordings, context(), horizon());
      KindSettings own = like.with(seed);
      TrainingSettings how = RefitPlan.of(BrainDynKind.training(own), all.train());
      TrainedModel model =
          kind.train(all, stored.graph(), stored.settings(), how, own, TrainingWatch.of(progress));
      return new OpenModel(model.forecaster(), List.of(model));
    };
  }

  @Override
  public synchronized void close() {
    if (open != null) {
      open.close();
      open = null;
    }
  }
}
