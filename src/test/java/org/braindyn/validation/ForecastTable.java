package org.braindyn.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.forecast.BrainDynForecaster;
import org.braindyn.forecast.DampedPersistence;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.Persistence;
import org.braindyn.forecast.VectorAutoregression;
import org.braindyn.forecast.Zero;
import org.braindyn.forecast.ridge.DirectRidgeSettings;
import org.braindyn.graph.BrainGraph;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Variant;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.Trainer;
import org.braindyn.training.TrainingSettings;
import org.braindyn.training.residual.ResidualRecipe;
import org.braindyn.training.residual.ResidualTraining;
import org.braindyn.training.score.Evaluation;
import org.braindyn.training.score.Scores;

/** Forecasts by the baselines and by both variants of the model, as a Markdown table. */
final class ForecastTable {
  private ForecastTable() {}

  static List<Forecaster> baselines(WindowSet train, WindowSet validation, int... orders) {
    List<Forecaster> all = new ArrayList<>();
    all.add(new Zero());
    all.add(new Persistence());
    all.add(DampedPersistence.fit(train));
    for (int order : orders) {
      Forecaster best = null;
      double least = Double.POSITIVE_INFINITY;
      double[] ridges = {1e-2, 1, 1e2, 1e3, 1e4, 1e5};
      for (Forecaster one : VectorAutoregression.fitWindows(train, order, ridges, Progress.NONE)) {
        double mse = Evaluation.of(one, validation, Progress.NONE).all().mse();
        if (mse < least) {
          least = mse;
          best = one;
        }
      }
      if (best != null) {
        all.add(best);
      }
    }
    return all;
  }

  static BrainDyn train(
      ModelSettings settings,
      BrainGraph graph,
      WindowSet train,
      WindowSet validation,
      TrainingSettings how) {
    BrainDyn model = BrainDyn.create(settings, graph, Seed.of(1));
    long start = System.nanoTime();
    var result = new Trainer(how).train(model, train, validation, Shared.printing());
    System.out.printf(
        Locale.ROOT,
        "%s: %d windows, %d edges, best epoch %d of %d, validation MSE %.4f, %.0f s%n",
        settings.variant(),
        train.size(),
        graph.edges(),
        result.bestEpoch(),
        how.epochs(),
        result.bestLoss(),
        (System.nanoTime() - start) / 1e9);
    return model;
  }

  /** The linear skip alone, and the mean of two models beside it; both see training blocks only. */
  static List<Forecaster> skip(
      WindowSet train, WindowSet validation, double threshold, int epochs) {
    ResidualRecipe base = ResidualRecipe.defaults(null);
    double[] ridges = {0.03, 0.1, 0.3, 1, 3, 10};
    ResidualRecipe recipe =
        new ResidualRecipe(
            new DirectRidgeSettings(ridges, 2, 0.1, null, 0),
            base.features(),
            base.coupling(),
            threshold,
            base.hidden(),
            base.maps(),
            base.width(),
            base.state(),
            base.embedding(),
            base.method(),
            2,
            base.training().withEpochs(epochs));
    long start = System.nanoTime();
    ResidualTraining done = ResidualTraining.run(train, validation, recipe, Shared.printing());
    System.out.printf(
        Locale.ROOT,
        "linear skip: best epochs %s of %d, %.0f s%n",
        done.results().stream().map(r -> r.bestEpoch()).toList(),
        epochs,
        (System.nanoTime() - start) / 1e9);
    return List.of(done.linear(), done.ensemble());
  }

  static Forecaster named(Variant variant, BrainDyn model) {
    return new BrainDynForecaster(
        "BrainDyn, " + variant.name().toLowerCase(Locale.ROOT) + " variant", model);
  }

  static void print(String title, List<Forecaster> forecasters, WindowSet test) {
    System.out.println();
    System.out.println(title + " (" + test.size() + " windows)");
    System.out.println("| forecaster | MSE | MAE | PCC | MSE step 1 | MSE last step |");
    System.out.println("|---|---|---|---|---|---|");
    for (Forecaster forecaster : forecasters) {
      Scores s = Evaluation.of(forecaster, test, Progress.NONE);
      System.out.printf(
          Locale.ROOT,
          "| %s | %.4f | %.4f | %.3f | %.4f | %.4f |%n",
          s.name(),
          s.all().mse(),
          s.all().mae(),
          s.all().pcc(),
          s.byStep().get(0).mse(),
          s.byStep().get(s.byStep().size() - 1).mse());
    }
  }
}
