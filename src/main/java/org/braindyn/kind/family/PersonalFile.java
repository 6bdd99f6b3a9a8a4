package org.braindyn.kind.family;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.RegionSignals;
import org.braindyn.forecast.family.GroupSums;
import org.braindyn.forecast.family.interval.LeftOutErrors;
import org.braindyn.forecast.family.personal.Adaptation;
import org.braindyn.forecast.family.personal.Carried;
import org.braindyn.kind.DataIdentity;
import org.braindyn.kind.ModelIntervals;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.ModelShape;
import org.braindyn.kind.Provenance;
import org.braindyn.kind.RecordingHash;
import org.braindyn.kind.TrainedModel;

/** A group's model made one person's: a direct forecast, whatever family the group's is. */
public final class PersonalFile {
  private PersonalFile() {}

  /**
   * The personal model, which keeps the pooled sums, so that a further recording can be added.
   *
   * @param group the group's model
   * @param own the person's recording, in the order of the model's regions
   * @param verdict what pooling was worth, a sentence for the file
   */
  public static TrainedModel of(
      TrainedModel group, Adaptation pooled, RegionSignals own, String verdict) {
    ModelKind kind = ModelKinds.named(FamilyFile.DIRECT);
    Provenance from = provenance(group, pooled, own, verdict, kind).with("chosen", kind.name());
    GroupSums sums = pooled.sums();
    TrainedModel model =
        new FamilyTrained(kind, group.shape(), from, pooled.model(), null).with(sums);
    return withIntervals(group, model);
  }

  /** A personal model with its group's intervals. */
  public static TrainedModel withIntervals(TrainedModel group, TrainedModel personal) {
    return group.intervals().map(i -> ModelIntervals.of(personal, i)).orElse(personal);
  }

  /** From whom and how a personal model was made. */
  static Provenance provenance(
      TrainedModel group, Adaptation pooled, RegionSignals own, String verdict, ModelKind kind) {
    Provenance before = group.provenance();
    Map<String, Object> settings =
        kind.name().equals(FamilyFile.DIRECT)
            ? kind.defaults().with(FamilyKind.RIDGE, pooled.sums().ridge()).values()
            : before.settings();
    return new Provenance(
            kind.name(),
            settings,
            before.seed(),
            before.version(),
            with(before.data(), own),
            List.of(),
            before.complete(),
            before.more())
        .with(FamilyTrained.VERDICT, verdict);
  }

  /**
   * A group's model carried to other regions.
   *
   * @param group the group's model
   * @param made the carried model
   * @param own the recording whose regions it has now
   * @param verdict what carrying was worth, a sentence for the file
   */
  public static TrainedModel carried(
      TrainedModel group, Carried made, RegionSignals own, String verdict) {
    ModelKind kind = ModelKinds.named(FamilyFile.DIRECT);
    Provenance before = group.provenance();
    Provenance from =
        new Provenance(
                kind.name(),
                kind.defaults().values(),
                before.seed(),
                before.version(),
                with(before.data(), own),
                List.of(),
                before.complete(),
                before.more())
            .with("chosen", kind.name())
            .with(FamilyTrained.VERDICT, verdict);
    ModelShape shape =
        new ModelShape(own.size(), 1, group.context(), group.horizon(), group.precision());
    TrainedModel model = new FamilyTrained(kind, shape, from, made.model(), null);
    LeftOutErrors errors = new LeftOutErrors(made.errors(), new int[made.errors().windows()]);
    return ModelIntervals.of(model, errors);
  }

  private static DataIdentity with(DataIdentity data, RegionSignals own) {
    Map<String, String> hashes = new LinkedHashMap<>(data.hashes());
    hashes.put(own.source(), RecordingHash.of(own));
    List<String> trained = new ArrayList<>(data.trained());
    if (!trained.isEmpty()) {
      trained.add(own.source());
    }
    return new DataIdentity(
        own.regions(),
        data.interval(),
        data.normalisation(),
        data.division(),
        trained,
        data.chose(),
        data.tested(),
        hashes);
  }
}
