package org.braindyn.kind.toy;

import java.util.List;
import java.util.Map;
import org.braindyn.forecast.DampedPersistence;
import org.braindyn.graph.BrainGraph;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.kind.FittedModel;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelArrays;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelShape;
import org.braindyn.kind.Provenance;
import org.braindyn.kind.Setting;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.training.TrainingWatch;

/** A toy: every region's last value fades, as fast as in training times a factor. */
public final class FadingKind implements ModelKind {
  @Override
  public String name() {
    return "fading";
  }

  @Override
  public String sentence() {
    return "toy: the last value fades as in training";
  }

  @Override
  public List<Setting> settings() {
    return List.of(Setting.number("factor", 1, 0, 2, "", "times the factors of training"));
  }

  @Override
  public TrainedModel train(
      TrainingSplit split, BrainGraph graph, KindSettings settings, TrainingWatch watch) {
    double[] kept = DampedPersistence.fit(split.train()).factor();
    for (int step = 0; step < kept.length; step++) {
      kept[step] *= settings.number("factor");
    }
    return model(ModelShape.of(split.train()), Provenance.of(this, split, settings), kept);
  }

  @Override
  public TrainedModel read(ModelArrays file) {
    return model(file.shape(), file.provenance(), file.numbers("kept"));
  }

  private TrainedModel model(ModelShape shape, Provenance from, double[] kept) {
    Map<String, NpyArray> arrays = Map.of("kept", NpyArray.of(kept, kept.length));
    return new FittedModel(this, shape, from, new DampedPersistence(kept), arrays);
  }
}
