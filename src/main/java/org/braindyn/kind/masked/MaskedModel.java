package org.braindyn.kind.masked;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.braindyn.data.Precision;
import org.braindyn.forecast.Forecaster;
import org.braindyn.imputation.FillGaps;
import org.braindyn.imputation.LagMoments;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.kernel.Vec;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kind.Embedder;
import org.braindyn.kind.ModelArrays;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelShape;
import org.braindyn.kind.Provenance;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TunableEncoder;
import org.braindyn.masked.token.Layout;
import org.braindyn.masked.token.Team;
import org.braindyn.training.TrainingLog;

/**
 * A trained masked network. Its file holds {@code network/NAME} in float under the names of the
 * network's layout, {@code positions} [region, 3] and, if anchored, {@code anchor/lag0} ...
 */
final class MaskedModel implements TrainedModel {
  static final String PLAN = "masked";
  static final String KEPT = "network";
  private static final String LEARNT = "encoder";
  private static final String NETWORK = "network/";
  private static final String LAG = "anchor/lag";
  private static final String POSITIONS = "positions";

  private final ModelKind kind;
  private final ModelShape shape;
  private final Provenance provenance;
  private final MaskedPlan plan;
  private final double[] parameters;
  private final double[] positions;
  private final LinearAnchor anchor;
  private final boolean learnt;
  private final List<TrainingLog> logs;
  private Team team;

  private MaskedModel(
      ModelKind kind, ModelShape shape, Provenance provenance, Content content, TrainingLog log) {
    this.kind = kind;
    this.shape = shape;
    this.provenance = provenance;
    plan = content.plan;
    parameters = content.parameters;
    positions = content.positions;
    anchor = content.anchor;
    learnt = content.learnt;
    logs = log == null ? List.of() : List.of(log);
  }

  /**
   * What it is made of.
   *
   * @param parameters in the order of the network's layout
   * @param positions where regions are, [region, 3]
   * @param anchor linear estimate; null for none
   * @param learnt false if the encoder stands as it began
   */
  record Content(
      MaskedPlan plan,
      double[] parameters,
      double[] positions,
      LinearAnchor anchor,
      boolean learnt) {}

  static MaskedModel of(
      ModelKind kind, ModelShape shape, Provenance provenance, Content content, TrainingLog log) {
    return new MaskedModel(kind, shape, provenance, content, log);
  }

  static MaskedModel read(ModelKind kind, ModelArrays file) {
    ModelShape shape = file.shape();
    MaskedPlan plan = file.description(PLAN, MaskedPlan.class).checked(shape, file.file());
    Layout layout = plan.network().layout();
    double[] parameters = new double[layout.size()];
    for (String name : layout.names()) {
      int count = Layout.count(layout.shape(name));
      double[] values = file.numbers(NETWORK + name, count);
      System.arraycopy(values, 0, parameters, layout.at(name), count);
    }
    LinearAnchor anchor = null;
    if (plan.anchored()) {
      List<Matrix> lags = new ArrayList<>();
      for (int l = 0; l <= plan.order() || file.names().contains(LAG + l); l++) {
        int n = plan.regions();
        Matrix lag = new Matrix(n, n);
        System.arraycopy(file.numbers(LAG + l, n * n), 0, lag.values(), 0, n * n);
        lags.add(lag);
      }
      anchor = new LinearAnchor(new LagMoments(lags, Double.NaN, 0), plan.order());
    }
    double[] positions = file.numbers(POSITIONS, 3 * plan.regions());
    Provenance from = file.provenance();
    Content content = new Content(plan, parameters, positions, anchor, learnt(file, kind, from));
    return new MaskedModel(kind, shape, from, content, null);
  }

  /** Files of earlier versions that keep the estimate alone hold a network as it began. */
  private static boolean learnt(ModelArrays file, ModelKind kind, Provenance from) {
    return file.describes(LEARNT)
        ? file.description(LEARNT, Boolean.class)
        : !from.again(kind).word(MaskedKind.KEEP).equals(MaskedKind.ESTIMATE);
  }

  @Override
  public ModelKind kind() {
    return kind;
  }

  @Override
  public ModelShape shape() {
    return shape;
  }

  @Override
  public Provenance provenance() {
    return provenance;
  }

  @Override
  public synchronized Forecaster forecaster() {
    Vec vec = vec();
    AnchorForecast linear = anchor == null ? null : anchor.forecast(plan.past());
    return new MaskedForecaster(title(), plan, vec, positions, linear, team);
  }

  private Vec vec() {
    if (team == null) {
      team = Team.of(Precision.FLOAT, 0);
    }
    Vec vec = team.first().kernel().vec(parameters.length);
    vec.read(0, parameters, 0, parameters.length);
    return vec;
  }

  @Override
  public synchronized Optional<Embedder> embedder() {
    return learnt
        ? Optional.of(new MaskedEmbedder(plan, shape.context(), vec(), positions, team))
        : Optional.empty();
  }

  @Override
  public Optional<TunableEncoder> tunableEncoder() {
    return learnt
        ? Optional.of(new MaskedTuner(plan, shape.context(), parameters, positions))
        : Optional.empty();
  }

  @Override
  public synchronized Optional<FillGaps.Refinement> refinement() {
    if (anchor == null) {
      return Optional.empty();
    }
    LagMoments group = new LagMoments(anchor.lags(), provenance.data().interval(), 0);
    return Optional.of(new MaskedRefinement(plan, vec(), positions, group, team));
  }

  @Override
  public Map<String, NpyArray> arrays() {
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    Layout layout = plan.network().layout();
    for (String name : layout.names()) {
      int at = layout.at(name);
      int[] size = layout.shape(name);
      double[] values = java.util.Arrays.copyOfRange(parameters, at, at + Layout.count(size));
      arrays.put(NETWORK + name, NpyArray.ofFloats(values, size));
    }
    arrays.put(POSITIONS, NpyArray.of(positions, plan.regions(), 3));
    for (int l = 0; anchor != null && l < anchor.lags().size(); l++) {
      Matrix lag = anchor.lags().get(l);
      arrays.put(LAG + l, NpyArray.of(lag.values(), lag.rows(), lag.columns()));
    }
    return arrays;
  }

  @Override
  public Map<String, Object> description() {
    return Map.of(PLAN, plan, LEARNT, learnt);
  }

  @Override
  public List<TrainingLog> logs() {
    return logs;
  }

  @Override
  public List<String> notes() {
    Object kept = provenance.more().get(KEPT);
    return kept == null ? List.of() : List.of(kept.toString());
  }

  @Override
  public synchronized void close() {
    if (team != null) {
      team.close();
      team = null;
    }
  }
}
