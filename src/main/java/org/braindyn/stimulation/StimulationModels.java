package org.braindyn.stimulation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.forecast.BrainDynForecaster;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.VectorAutoregression;
import org.braindyn.forecast.ridge.DirectRidgeSettings;
import org.braindyn.graph.BrainGraph;
import org.braindyn.model.BrainDyn;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.Trainer;
import org.braindyn.training.TrainingSettings;
import org.braindyn.training.residual.ResidualRecipe;
import org.braindyn.training.residual.ResidualTraining;

/**
 * The models of a {@link StimulationReport}, trained on people at rest.
 *
 * @param brainDyn the first one, on a given graph or on every ordered pair
 * @param skip BrainDyn beside a linear skip
 * @param all both and the autoregression of order 2, in the order of tables
 */
record StimulationModels(BrainDyn brainDyn, ResidualTraining skip, List<Forecaster> all)
    implements AutoCloseable {
  private static final int MEMBERS = 3;
  private static final int SKIP_EPOCHS = 10;

  /** Penalties of the linear part to choose from; simulated people are many frames long. */
  private static final double[] RIDGES = {3e-4, 1e-3, 3e-3, 0.01, 0.03, 0.08, 0.16, 0.31};

  /**
   * @param chooses people that choose the epoch
   * @param graph null for every ordered pair, which gives nothing away
   */
  static StimulationModels train(
      WindowSet train,
      WindowSet chooses,
      BrainGraph graph,
      StimulationPlan plan,
      Progress progress) {
    Seed seed = Seed.of(plan.seed());
    int n = train.regions();
    BrainDyn model = BrainDyn.create(plan.model(n), graph == null ? complete(n) : graph, seed);
    TrainingSettings how =
        TrainingSettings.defaults()
            .withEpochs(plan.epochs())
            .withBatch(16)
            .withLearningRate(2e-3)
            .withWeightDecay(0.1)
            .withCosine(true)
            .withSeed(seed);
    new Trainer(how).train(model, train, chooses, progress);
    ResidualRecipe d = ResidualRecipe.defaults(null);
    int folds = Math.min(d.linear().folds(), train.recordings().size());
    DirectRidgeSettings linear =
        new DirectRidgeSettings(
            RIDGES, d.linear().lagExponent(), d.linear().ownShare(), null, folds < 2 ? 0 : folds);
    ResidualTraining skip =
        ResidualTraining.run(
            train,
            chooses,
            d.withLinear(linear)
                .withMembers(MEMBERS)
                .withTraining(
                    d.training().withEpochs(Math.min(SKIP_EPOCHS, plan.epochs())).withSeed(seed)),
            progress);
    String name = "BrainDyn, " + plan.variant().name().toLowerCase(Locale.ROOT);
    return new StimulationModels(
        model,
        skip,
        List.of(
            new BrainDynForecaster(name, model),
            skip.ensemble(),
            VectorAutoregression.fitWindows(train, 2, new double[] {30}, progress).get(0)));
  }

  /** Every ordered pair is a candidate, so that no true link is given away. */
  private static BrainGraph complete(int n) {
    double[][] all = new double[n][n];
    for (double[] row : all) {
      Arrays.fill(row, 1);
    }
    return BrainGraph.ofMatrix(all);
  }

  @Override
  public void close() {
    brainDyn.close();
    skip.close();
  }
}
