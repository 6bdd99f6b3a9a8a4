package org.braindyn.kind.family;

import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.forecast.family.Families;
import org.braindyn.forecast.family.Family;
import org.braindyn.forecast.family.FamilyData;
import org.braindyn.forecast.family.FamilyModel;
import org.braindyn.graph.BrainGraph;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelArrays;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelShape;
import org.braindyn.kind.Provenance;
import org.braindyn.kind.Setting;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.training.TrainingWatch;
import org.braindyn.training.score.Evaluation;

/** One of {@link Families}: fitted in seconds, its lags and penalty chosen by validation. */
abstract class FamilyKind implements ModelKind {
  private static final String ORDER = "order";
  static final String RIDGE = "ridge";

  private final String name;
  private final String sentence;

  /**
   * @param name name of the family and of this kind
   * @param sentence what it is
   */
  FamilyKind(String name, String sentence) {
    this.name = name;
    this.sentence = sentence;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String sentence() {
    return sentence;
  }

  @Override
  public Role role() {
    return Role.BASELINE;
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        Setting.whole(ORDER, 0, 0, 5, "lags", "samples of the past; 0 = validation chooses"),
        Setting.number(RIDGE, 0, 0, 1e12, "", "penalty, if any; 0 = validation chooses"));
  }

  @Override
  public TrainedModel train(
      TrainingSplit split, BrainGraph graph, KindSettings settings, TrainingWatch watch) {
    FamilyData data = AutoKind.data(split.train(), graph, settings.seed(), watch.work());
    Family family = family(data);
    List<Family.Settings> grid =
        family.grid().stream()
            .map(g -> wished(g, settings))
            .distinct()
            .filter(g -> g.order() <= split.train().context())
            .toList();
    FamilyModel best = null;
    Family.Settings chosen = null;
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < grid.size(); k++) {
      Cancelled.check(watch.progress(), "Fitting " + name);
      Progress part = watch.progress().part((double) k / grid.size(), (k + 1.0) / grid.size());
      part.report(0, "Fitting " + name);
      FamilyModel model = family.fit(data, grid.get(k), part);
      boolean blind = split.validation() == null;
      double mse = blind ? 0 : Evaluation.of(model, split.validation(), part).all().mse();
      if (best == null || mse < least) {
        best = model;
        chosen = grid.get(k);
        least = mse;
      }
    }
    KindSettings used = settings.with(ORDER, chosen.order()).with(RIDGE, chosen.ridge());
    Provenance from = Provenance.of(this, split, used);
    return new FamilyTrained(this, ModelShape.of(split.train()), from, best, graph)
        .with(FamilyFile.sums(data, name, chosen.ridge()));
  }

  private static Family.Settings wished(Family.Settings own, KindSettings settings) {
    int order = settings.whole(ORDER);
    double ridge = settings.number(RIDGE);
    // A family without lags or without a penalty has 0 there, and keeps it.
    return new Family.Settings(
        own.order() == 0 || order == 0 ? own.order() : order,
        own.ridge() == 0 || ridge == 0 ? own.ridge() : ridge);
  }

  private Family family(FamilyData data) {
    return Families.all(data).stream()
        .filter(f -> f.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInput(
                    "variant="
                        + name
                        + " cannot be fitted to these data: it needs a given graph, or has too many"
                        + " regions. Give graph=[N x N image], or choose another variant."));
  }

  @Override
  public TrainedModel read(ModelArrays file) {
    return new FamilyTrained(
            this, file.shape(), file.provenance(), FamilyFile.read(file), FamilyFile.graph(file))
        .with(FamilyFile.sums(file));
  }
}
