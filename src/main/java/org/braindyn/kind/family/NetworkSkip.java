package org.braindyn.kind.family;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.family.LagModel;
import org.braindyn.forecast.family.LinearLaw;
import org.braindyn.forecast.family.ResponseLaw;
import org.braindyn.graph.BrainGraph;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelShape;
import org.braindyn.kind.OtherAnswer;
import org.braindyn.kind.Provenance;
import org.braindyn.kind.Refit;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.residual.NetworkBeside;
import org.braindyn.perturbation.significance.RefitNull;
import org.braindyn.training.TrainingLog;

/**
 * A trained {@link NetworkSkipKind}.
 *
 * @param law the network autoregression, solved for the present
 * @param within what a unit of a region adds to others within a frame; null for nothing
 * @param network BrainDyn beside it
 */
record NetworkSkip(
    ModelKind kind,
    ModelShape shape,
    Provenance provenance,
    LagModel law,
    double[][] within,
    NetworkBeside network)
    implements TrainedModel {

  private LinearLaw linear() {
    return new LinearLaw(law.name(), law, within);
  }

  @Override
  public Forecaster forecaster() {
    return new LawAndNetwork(
        title(), linear(), network.forecaster(title()), shape.context(), shape.horizon());
  }

  @Override
  public String assumption() {
    return "The answer assumes "
        + ResponseLaw.ONE_LAW
        + " ("
        + law.name()
        + "), and what BrainDyn learnt beside it. "
        + provenance.more().getOrDefault(NetworkSkipKind.NOTE, "");
  }

  @Override
  public List<OtherAnswer> otherAnswers() {
    return List.of(
        new OtherAnswer(
            "the network AR alone",
            "The other map is that of the network AR alone: the difference is what BrainDyn adds.",
            List.of(linear())));
  }

  @Override
  public Optional<BrainGraph> graph() {
    return Optional.of(network.graph());
  }

  @Override
  public List<TrainingLog> logs() {
    return network.logs();
  }

  @Override
  public List<String> notes() {
    Object where = provenance.more().get(NetworkSkipKind.NOTE);
    return where == null ? List.of() : List.of(where.toString());
  }

  /** One member: effects of one scatter more than a mean of several, so p errs on the safe side. */
  @Override
  public RefitNull.Fit refit() {
    boolean given = within != null;
    return new Refit(
        kind, shape, given ? network.graph() : null, provenance.again(kind).with("members", 1));
  }

  @Override
  public Map<String, NpyArray> arrays() {
    Map<String, NpyArray> all = new LinkedHashMap<>(FamilyFile.arrays(law.store(), null, null));
    FamilyFile.putWithin(all, FamilyFile.FAMILY, within);
    all.putAll(network.arrays());
    return all;
  }

  @Override
  public Map<String, Object> description() {
    Map<String, Object> all = new LinkedHashMap<>(FamilyFile.description(law.store()));
    all.putAll(network.description());
    return all;
  }

  @Override
  public void close() {
    network.close();
  }
}
