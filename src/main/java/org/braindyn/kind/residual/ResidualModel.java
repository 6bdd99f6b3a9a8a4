package org.braindyn.kind.residual;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.braindyn.data.Precision;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.OpenModel;
import org.braindyn.forecast.residual.ContextFeatures;
import org.braindyn.forecast.residual.ResidualBrainDyn;
import org.braindyn.forecast.residual.ResidualEnsemble;
import org.braindyn.forecast.ridge.SkipForecast;
import org.braindyn.graph.BrainGraph;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelChange;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelShape;
import org.braindyn.kind.Provenance;
import org.braindyn.kind.TrainedModel;
import org.braindyn.model.ResidualDynamics;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Parameters;
import org.braindyn.model.parameter.ResidualSettings;
import org.braindyn.perturbation.significance.RefitNull;
import org.braindyn.training.TrainingLog;
import org.braindyn.training.TrainingResult;
import org.braindyn.training.residual.ResidualRecipe;
import org.braindyn.training.residual.ResidualTraining;

/** A trained BrainDyn beside a linear forecast. */
final class ResidualModel implements TrainedModel {
  /**
   * Its numbers.
   *
   * @param linear the linear part
   * @param features what the residual sees
   * @param settings shape and arithmetic of the residual
   * @param graph the graph that messages run on
   * @param mirror row of every region's mirror image, null for none
   * @param members arrays of every model that was trained
   */
  record Parts(
      SkipForecast linear,
      ContextFeatures features,
      ResidualSettings settings,
      BrainGraph graph,
      int[] mirror,
      List<Parameters> members) {}

  private final ResidualKind kind;
  private final Parts parts;
  private final Provenance provenance;
  private final List<TrainingLog> logs;
  private List<ResidualBrainDyn> open;

  ResidualModel(ResidualKind kind, Parts parts, Provenance provenance, List<TrainingLog> logs) {
    this.kind = kind;
    this.parts = parts;
    this.provenance = provenance;
    this.logs = List.copyOf(logs);
  }

  /** What a training made; the training may be closed after. */
  static ResidualModel of(ResidualKind kind, ResidualTraining done, Provenance from) {
    ResidualBrainDyn first = done.members().get(0);
    Parts parts =
        new Parts(
            done.linear(),
            first.features(),
            first.residual().settings(),
            first.residual().graph(),
            first.mirror(),
            done.members().stream().map(m -> m.residual().parameters()).toList());
    List<TrainingLog> logs = done.results().stream().map(TrainingResult::log).toList();
    return new ResidualModel(kind, parts, from, logs);
  }

  Parts parts() {
    return parts;
  }

  @Override
  public ModelKind kind() {
    return kind;
  }

  @Override
  public ModelShape shape() {
    ModelSettings core = parts.settings().core();
    return new ModelShape(
        core.regions(), 1, parts.linear().context(), parts.linear().horizon(), core.precision());
  }

  @Override
  public Provenance provenance() {
    return provenance;
  }

  /** The same numbers beside another forecast. */
  ResidualModel beside(SkipForecast other) {
    Parts moved =
        new Parts(
            other,
            parts.features(),
            parts.settings(),
            parts.graph(),
            parts.mirror(),
            parts.members());
    return new ResidualModel(kind, moved, provenance, logs);
  }

  @Override
  public synchronized Forecaster forecaster() {
    return new ResidualEnsemble(title(), open());
  }

  /** Its members, ready to forecast; closed with this model. */
  synchronized List<ResidualBrainDyn> open() {
    if (open == null) {
      open = new ArrayList<>();
      for (Parameters parameters : parts.members()) {
        String name = "member " + (open.size() + 1);
        ResidualDynamics residual =
            ResidualDynamics.of(parts.settings(), parts.graph(), parameters);
        open.add(
            new ResidualBrainDyn(name, parts.linear(), parts.features(), residual, parts.mirror()));
      }
    }
    return open;
  }

  @Override
  public Map<String, NpyArray> arrays() {
    return ResidualFile.arrays(parts);
  }

  @Override
  public Map<String, Object> description() {
    return ResidualFile.description(parts);
  }

  @Override
  public Optional<BrainGraph> graph() {
    return Optional.of(parts.graph());
  }

  @Override
  public List<TrainingLog> logs() {
    return logs;
  }

  @Override
  public TrainedModel with(ModelChange change) {
    change.refuse(this, "method precision");
    ModelSettings core = parts.settings().core();
    Precision precision = change.precision() == null ? core.precision() : change.precision();
    String method = change.method() == null ? core.method() : change.method();
    ResidualSettings settings =
        new ResidualSettings(
            core.change().method(method).precision(precision).build(),
            parts.settings().features(),
            parts.settings().embedding());
    Parts changed =
        new Parts(
            parts.linear(),
            parts.features(),
            settings,
            parts.graph(),
            parts.mirror(),
            parts.members());
    return new ResidualModel(kind, changed, provenance, logs);
  }

  /**
   * One member only, on a graph of its own, with penalties of its own: all refits alike, whatever
   * the model itself is.
   */
  @Override
  public RefitNull.Fit refit() {
    KindSettings like = provenance.again(kind).with("members", 1);
    ModelSettings core = parts.settings().core();
    ResidualRecipe recipe =
        ResidualRecipe.defaults(parts.mirror())
            .withFeatures(parts.features().settings())
            .withCoupling(core.coupling())
            .withShape(core.hidden(), core.maps(), core.width(), core.method())
            .withState(core.signals(), parts.settings().embedding())
            .withMembers(1);
    return (recordings, seed, progress) -> {
      TrainedModel model = kind.refit(recordings, shape(), recipe, like.with(seed), progress);
      return new OpenModel(model.forecaster(), List.of(model));
    };
  }

  /** Settings that the arrays show, for files that do not hold them all. */
  static Provenance shown(Provenance said, Parts parts) {
    ModelSettings core = parts.settings().core();
    Map<String, Object> values = new LinkedHashMap<>(said.settings());
    values.put("hidden", core.hidden());
    values.put("maps", core.maps());
    values.put("method", core.method());
    values.put("members", parts.members().size());
    return said.with(ResidualKind.NAME, values);
  }

  @Override
  public synchronized void close() {
    if (open != null) {
      open.forEach(ResidualBrainDyn::close);
      open = null;
    }
  }
}
