package org.braindyn.kind.braindyn;

import java.util.List;
import org.braindyn.graph.BrainGraph;
import org.braindyn.graph.Correlation;
import org.braindyn.io.model.ModelFile;
import org.braindyn.io.model.StoredModel;
import org.braindyn.kind.EpochSettings;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelArrays;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.Provenance;
import org.braindyn.kind.Setting;
import org.braindyn.kind.StoppedTraining;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.ModelSettingsBuilder;
import org.braindyn.ode.Methods;
import org.braindyn.training.Trainer;
import org.braindyn.training.TrainingResult;
import org.braindyn.training.TrainingSettings;
import org.braindyn.training.TrainingStopped;
import org.braindyn.training.TrainingWatch;

/** BrainDyn alone; each kind is one choice of what its equation sees ({@link BrainDynKinds}). */
abstract class BrainDynKind implements ModelKind {
  private static final double THRESHOLD = 0.5;
  private static final ModelSettings SHAPE = ModelSettings.defaults(1);

  /** Makes settings those of this kind. */
  abstract ModelSettingsBuilder shape(ModelSettingsBuilder settings);

  /** True if a model of these settings is of this kind. */
  abstract boolean is(ModelSettings settings);

  @Override
  public List<Setting> settings() {
    return EpochSettings.together(
        EpochSettings.of(TrainingSettings.defaults()),
        List.of(
            Setting.whole("hidden", SHAPE.hidden(), 1, 1024, "", "size of a region's stalk (H)"),
            Setting.whole("maps", SHAPE.maps(), 2, 1024, "", "channels of its maps (M)"),
            Setting.word("method", "ODE solver", Methods.names().toArray(new String[0]))
                .preset(SHAPE.method())));
  }

  @Override
  public List<String> companions() {
    return List.of(BrainDynKinds.NO_GRAPH);
  }

  @Override
  public TrainedModel train(
      TrainingSplit split, BrainGraph graph, KindSettings settings, TrainingWatch watch) {
    ModelSettingsBuilder shape =
        ModelSettings.builder(split.train().regions())
            .context(split.train().context())
            .horizon(split.train().horizon())
            .hidden(settings.whole("hidden"))
            .maps(settings.whole("maps"))
            .method(settings.word("method"));
    BrainGraph used = graph == null ? Correlation.graphOfContexts(split.train(), THRESHOLD) : graph;
    return train(split, used, shape(shape).build(), training(settings), settings, watch);
  }

  static TrainingSettings training(KindSettings settings) {
    return EpochSettings.training(TrainingSettings.defaults(), settings);
  }

  /** Trains a model of a given shape on a given graph. */
  TrainedModel train(
      TrainingSplit split,
      BrainGraph graph,
      ModelSettings shape,
      TrainingSettings how,
      KindSettings settings,
      TrainingWatch watch) {
    try (BrainDyn model = BrainDyn.create(shape, graph, settings.seed())) {
      Trainer trainer = new Trainer(how, watch.listener(), watch.checkpoint());
      try {
        TrainingResult result =
            trainer.train(model, split.train(), split.validation(), watch.progress());
        return trained(model, split, settings, result, true);
      } catch (TrainingStopped e) {
        throw new StoppedTraining(trained(model, split, settings, e.soFar(), false));
      }
    }
  }

  private TrainedModel trained(
      BrainDyn model,
      TrainingSplit split,
      KindSettings settings,
      TrainingResult result,
      boolean complete) {
    List<Provenance.Member> members = EpochSettings.members(List.of(result));
    Provenance from = Provenance.of(this, split, settings, members, complete);
    StoredModel stored =
        new StoredModel(model.settings(), model.graph(), result.best(), from.info(), true);
    return new BrainDynModel(this, stored, from, List.of(result.log()));
  }

  /** Files of earlier versions, and state_dicts, are known by their arrays and settings. */
  @Override
  public boolean recognises(ModelArrays file) {
    return file.kind().isEmpty()
        ? ModelFile.is(file.all()) && is(ModelFile.settings(file.file(), file.all()))
        : ModelKind.super.recognises(file);
  }

  @Override
  public TrainedModel read(ModelArrays file) {
    StoredModel stored = ModelFile.of(file.file(), file.all(), file.graph());
    Provenance said = Provenance.of(name(), stored.info());
    return new BrainDynModel(this, stored, BrainDynModel.shown(said, stored.settings()), List.of());
  }
}
