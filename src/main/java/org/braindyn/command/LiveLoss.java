package org.braindyn.command;

import ij.gui.Plot;
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

  private static double[] train(TrainingLog log) {
    return log.epochs().stream().mapToDouble(TrainingLog.Epoch::trainLoss).toArray();
  }

  private static double[] validation(TrainingLog log) {
    return log.epochs().stream().mapToDouble(TrainingLog.Epoch::validationLoss).toArray();
  }

  static Plot plot(TrainingLog log) {
    return LossPlot.of(train(log), validation(log));
  }

  /** What happened, in sentences. */
  static String summary(TrainSignals result, File model) {
    double[] losses = train(result.log());
    int done = losses.length;
    String fall =
        done == 0
            ? ""
            : String.format(
                Locale.ROOT,
                " Training loss: %.4f at first, %.4f at last.",
                losses[0],
                losses[done - 1]);
    return String.format(
            Locale.ROOT,
            "%s after %d epochs; the model of epoch %d is in %s (%d edges).%s",
            result.cancelled() ? "Training was stopped" : "Training ended",
            done,
            result.bestEpoch(),
            model,
            result.edges(),
            fall)
        + (result.edges() > 0
            ? ""
            : "\nWarning: the graph has no edge, so every region is forecast from itself alone."
                + " Build a graph with a lower threshold.");
  }
}
