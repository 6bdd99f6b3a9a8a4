package org.braindyn.kind.family;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Seed;
import org.braindyn.forecast.family.BasicModel;
import org.braindyn.forecast.family.Families;
import org.braindyn.forecast.family.FamilyData;
import org.braindyn.forecast.family.FamilyFolds;
import org.braindyn.forecast.family.FamilyModel;
import org.braindyn.forecast.family.LinkWeights;
import org.braindyn.forecast.family.ResponseLaw;
import org.braindyn.forecast.family.choice.Chosen;
import org.braindyn.forecast.family.choice.FamilyChoice;
import org.braindyn.graph.BrainGraph;
import org.braindyn.kind.EpochSettings;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelArrays;
import org.braindyn.kind.ModelIntervals;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelShape;
import org.braindyn.kind.Provenance;
import org.braindyn.kind.Setting;
import org.braindyn.kind.StoppedTraining;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.kind.residual.NetworkBeside;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.TrainingWatch;
import org.braindyn.work.LocalWork;
import org.braindyn.work.Work;

/**
 * The family that forecasts best on data left out, with the sentence that says how sure this is. Of
 * people only those who train are looked at; of one recording validation frames too, since nothing
 * else needs them. Stimulations are answered by a law of their own ({@link ResponseLaw}).
 */
public final class AutoKind implements ModelKind {
  private static final double FAMILIES = 0.3;

  @Override
  public String name() {
    return "auto";
  }

  @Override
  public String sentence() {
    return "the cheap family that forecasts best on data left out, BrainDyn beside it if that"
        + " helps";
  }

  @Override
  public List<Setting> settings() {
    List<Setting> own =
        List.of(
            Setting.word(
                AutoNetwork.NETWORK,
                "auto = BrainDyn beside the family, kept if better on data left out",
                "auto",
                AutoNetwork.OFF));
    return EpochSettings.together(own, NetworkBeside.settings());
  }

  @Override
  public boolean keepsPresets() {
    return true;
  }

  @Override
  public String advice() {
    return "More frames, or recordings of more people, may help.";
  }

  @Override
  public TrainedModel train(
      TrainingSplit split, BrainGraph graph, KindSettings settings, TrainingWatch watch) {
    BrainGraph used = usable(graph);
    WindowSet together = split.together();
    FamilyData data = data(together, used, settings.seed(), watch.work());
    List<String> notes = new ArrayList<>();
    if (used != graph) {
      notes.add(
          "Note: the graph has negative weights, so no family is fitted to its links; give one with"
              + " weights of 0 or more to have those tried too.");
    }
    Provenance from = Provenance.of(this, split, settings);
    if (!FamilyFolds.enough(together)) {
      return simple(split, together, used, from.with(AutoTrained.NOTES, notes));
    }
    FamilyFolds folds = FamilyFolds.of(data);
    Chosen chosen =
        FamilyChoice.among(folds, Families.all(data), watch.progress().part(0, FAMILIES));
    List<ResponseLaw> laws = ResponseLaw.of(folds);
    from =
        from.with("chosen", chosen.winner().name()).with(FamilyTrained.VERDICT, chosen.verdict());
    TrainingWatch rest = watch.with(watch.progress().part(FAMILIES, 1));
    AutoNetwork beside;
    try {
      beside = AutoNetwork.beside(chosen, split, data.given(), graph, settings, rest);
    } catch (Cancelled e) {
      notes.add("The training of a network beside it was stopped; the family alone is kept.");
      Provenance told = from.with(AutoTrained.NOTES, notes).stopped();
      FamilyTrained alone =
          trained(split, told, chosen.model(), used).with(FamilyFile.sums(data, chosen));
      throw new StoppedTraining(new AutoTrained(alone, laws, null));
    }
    if (!beside.sentence().isEmpty()) {
      notes.add(beside.sentence());
    }
    from = from.with(AutoTrained.NOTES, notes);
    if (beside.network() != null) {
      from = from.with(beside.network().members());
    }
    FamilyTrained family =
        trained(split, from, beside.family(), used).with(FamilyFile.sums(data, chosen));
    AutoTrained made = new AutoTrained(family, laws, beside.network());
    // A network is kept only where it errs less on data left out, so that these are wide enough
    // with it too; nothing else is left out here, for those of one recording all train.
    return ModelIntervals.of(made, chosen.errors());
  }

  private FamilyTrained trained(
      TrainingSplit split, Provenance from, FamilyModel model, BrainGraph graph) {
    return new FamilyTrained(this, ModelShape.of(split.train()), from, model, graph);
  }

  /** Too short to leave anything out: the simple rule, which cannot be far wrong. */
  private TrainedModel simple(
      TrainingSplit split, WindowSet train, BrainGraph graph, Provenance from) {
    FamilyModel model = BasicModel.damped(train);
    String verdict =
        String.format(
            Locale.ROOT,
            "%d frames that train are too few to choose a model by (context %d, horizon %d):"
                + " damped persistence, the simple rule, is taken. Give a longer recording or a"
                + " shorter context, or name a variant.",
            train.recordings().stream().mapToInt(r -> r.frames()).max().orElse(0),
            train.context(),
            train.horizon());
    Provenance told = from.with("chosen", model.name()).with(FamilyTrained.VERDICT, verdict);
    return new AutoTrained(trained(split, told, model, graph), List.of(), null);
  }

  /** The graph, or null if families cannot be fitted to its links. */
  private static BrainGraph usable(BrainGraph graph) {
    boolean negative = graph != null && Arrays.stream(graph.weight()).anyMatch(w -> w < 0);
    return negative ? null : graph;
  }

  /** What families are fitted to. */
  static FamilyData data(WindowSet windows, BrainGraph graph, Seed seed) {
    return data(windows, graph, seed, LocalWork.few("Fitting families"));
  }

  /** The same; {@code work} sums over recordings. */
  static FamilyData data(WindowSet windows, BrainGraph graph, Seed seed, Work work) {
    LinkWeights given = graph == null ? null : LinkWeights.of("the graph given", graph);
    return FamilyData.of(windows, given, seed, work);
  }

  @Override
  public TrainedModel read(ModelArrays file) {
    boolean given =
        !file.describes(AutoTrained.GIVEN) || file.description(AutoTrained.GIVEN, Boolean.class);
    FamilyModel model = FamilyFile.read(file);
    ModelShape shape = file.shape();
    BrainGraph graph = given ? FamilyFile.graph(file) : null;
    FamilySkip skip = FamilySkip.of(shape.context(), shape.horizon(), model);
    return new AutoTrained(
        new FamilyTrained(this, shape, file.provenance(), model, graph).with(FamilyFile.sums(file)),
        FamilyFile.laws(file),
        NetworkBeside.read(file, skip).orElse(null));
  }
}
