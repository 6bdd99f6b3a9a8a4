package org.braindyn.kind.family;

import java.util.List;
import org.braindyn.forecast.family.FamilyData;
import org.braindyn.forecast.family.choice.Chosen;
import org.braindyn.forecast.family.choice.FamilyChoice;
import org.braindyn.graph.BrainGraph;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelArrays;
import org.braindyn.kind.ModelIntervals;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelShape;
import org.braindyn.kind.Provenance;
import org.braindyn.kind.Setting;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.training.TrainingWatch;

/**
 * The family that forecasts best on data left out, with the sentence that says how sure this is.
 * Chosen within the training windows; the validation windows are not looked at. A model like it is
 * made by choosing again.
 */
public final class AutoKind implements ModelKind {
  @Override
  public String name() {
    return "auto";
  }

  @Override
  public String sentence() {
    return "the cheap family that forecasts best on data left out, in seconds, with a verdict";
  }

  @Override
  public List<Setting> settings() {
    return List.of();
  }

  @Override
  public TrainedModel train(
      TrainingSplit split, BrainGraph graph, KindSettings settings, TrainingWatch watch) {
    FamilyData data = FamilyKind.data(split, graph, settings);
    Chosen chosen = FamilyChoice.among(data, watch.progress());
    Provenance from =
        Provenance.of(this, split, settings)
            .with("chosen", chosen.winner().name())
            .with(FamilyTrained.VERDICT, chosen.verdict());
    FamilyTrained trained =
        new FamilyTrained(this, ModelShape.of(split.train()), from, chosen.model(), graph)
            .with(FamilyFile.sums(data, chosen));
    return ModelIntervals.of(trained, chosen.errors());
  }

  @Override
  public TrainedModel read(ModelArrays file) {
    return new FamilyTrained(
            this, file.shape(), file.provenance(), FamilyFile.read(file), FamilyFile.graph(file))
        .with(FamilyFile.sums(file));
  }
}
