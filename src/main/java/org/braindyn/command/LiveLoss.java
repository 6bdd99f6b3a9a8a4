package org.braindyn.command;

import java.io.File;
import java.util.Locale;
import org.braindyn.fiji.LossPlot;
import org.braindyn.pipeline.TrainSignals;
import org.braindyn.training.TrainingListener;
import org.braindyn.training.TrainingLog;

/** Draws the loss while training runs. */
final class LiveLoss implements TrainingListener {
  private final TrainingLog log = new TrainingLog();
  private final LossPlot plot = new LossPlot();

  @Override
  public void epochDone(TrainingLog.Epoch epoch) {
    log.add(epoch);
    plot.update(train(log), validation(log));
  }

  static double[] train(TrainingLog log) {
    return log.epochs().stream().mapToDouble(TrainingLog.Epoch::trainLoss).toArray();
  }

  static double[] validation(TrainingLog log) {
    return log.epochs().stream().mapToDouble(TrainingLog.Epoch::validationLoss).toArray();
  }

  /** What happened, in sentences. */
  static String summary(TrainSignals result, File model) {
    int done = result.log().epochs().size();
    return String.format(
        Locale.ROOT,
        "%s after %d epochs; the model of epoch %d is in %s (%d edges).",
        result.cancelled() ? "Training was stopped" : "Training ended",
        done,
        result.bestEpoch(),
        model,
        result.edges());
  }
}
