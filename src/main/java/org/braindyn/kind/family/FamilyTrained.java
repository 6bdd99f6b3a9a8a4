package org.braindyn.kind.family;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.family.FamilyModel;
import org.braindyn.forecast.family.GroupSums;
import org.braindyn.forecast.family.LinearLaw;
import org.braindyn.graph.BrainGraph;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelShape;
import org.braindyn.kind.Provenance;
import org.braindyn.kind.TrainedModel;

/**
 * A fitted family; it owns no memory to free.
 *
 * @param kind its kind
 * @param shape what it sees and gives
 * @param provenance from what and how it was made; the verdict of a choice is told there
 * @param model the fitted family
 * @param given the graph that a user gave; null for none
 * @param pooled what one person's recording can be pooled with; null for none
 */
record FamilyTrained(
    ModelKind kind,
    ModelShape shape,
    Provenance provenance,
    FamilyModel model,
    BrainGraph given,
    GroupSums pooled)
    implements TrainedModel {
  static final String VERDICT = "verdict";

  /** Without sums. */
  FamilyTrained(
      ModelKind kind,
      ModelShape shape,
      Provenance provenance,
      FamilyModel model,
      BrainGraph given) {
    this(kind, shape, provenance, model, given, null);
  }

  /** The same with sums for one's own recording, or null. */
  FamilyTrained with(GroupSums sums) {
    return new FamilyTrained(kind, shape, provenance, model, given, sums);
  }

  @Override
  public Optional<GroupSums> sums() {
    return Optional.ofNullable(pooled);
  }

  @Override
  public Forecaster forecaster() {
    return model.linear().<Forecaster>map(l -> new LinearLaw(model.name(), l, null)).orElse(model);
  }

  @Override
  public String title() {
    return model.name();
  }

  @Override
  public Map<String, NpyArray> arrays() {
    return FamilyFile.arrays(model.store(), given, pooled);
  }

  @Override
  public Map<String, Object> description() {
    return FamilyFile.description(model.store());
  }

  @Override
  public Optional<BrainGraph> graph() {
    return Optional.ofNullable(given);
  }

  @Override
  public List<String> notes() {
    Object verdict = provenance.more().get(VERDICT);
    return verdict == null ? List.of() : List.of(verdict.toString());
  }

  @Override
  public void close() {
    // nothing to free
  }
}
