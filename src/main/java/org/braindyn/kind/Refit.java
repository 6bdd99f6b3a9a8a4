package org.braindyn.kind;

import java.util.List;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.forecast.OpenModel;
import org.braindyn.graph.BrainGraph;
import org.braindyn.perturbation.significance.RefitNull;
import org.braindyn.training.TrainingWatch;

/**
 * Fits a model like another one to other recordings: the same kind and settings, all windows, no
 * choice of epoch but the number of epochs that was best then, or fewer ({@link RefitPlan}).
 *
 * @param kind of the model
 * @param shape its context and horizon
 * @param graph the graph to use; null to estimate one from the recordings
 * @param settings how its like is trained
 */
public record Refit(ModelKind kind, ModelShape shape, BrainGraph graph, KindSettings settings)
    implements RefitNull.Fit {
  @Override
  public OpenModel fit(List<RegionSignals> recordings, Seed seed, Progress progress) {
    TrainingSplit all = TrainingSplit.all(recordings, shape.context(), shape.horizon());
    KindSettings how = RefitPlan.of(settings, all.train()).with(seed);
    TrainedModel like = kind.train(all, graph, how, TrainingWatch.of(progress));
    return new OpenModel(like.forecaster(), List.of(like));
  }
}
