package org.braindyn.command;

import ij.gui.Plot;
import ij.measure.ResultsTable;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.braindyn.fiji.LastModel;
import org.braindyn.fiji.LossPlot;
import org.braindyn.fiji.Tables;
import org.braindyn.pipeline.ScoreTable;
import org.braindyn.pipeline.TrainSignals;
import org.braindyn.training.Scores;
import org.braindyn.training.TrainingListener;
import org.braindyn.training.TrainingLog;

/** Draws the loss while training runs; of members that train side by side, their mean. */
final class LiveLoss implements TrainingListener {
  private final List<List<TrainingLog.Epoch>> byNumber = new ArrayList<>();
  private final LossPlot plot = new LossPlot();

  @Override
  public synchronized void begin(String name) {
    byNumber.clear();
  }

  @Override
  public synchronized void epochDone(TrainingLog.Epoch epoch) {
    while (byNumber.size() < epoch.number()) {
      byNumber.add(new ArrayList<>());
    }
    byNumber.get(epoch.number() - 1).add(epoch);
    plot.update(mean(TrainingLog.Epoch::trainLoss), mean(TrainingLog.Epoch::validationLoss));
  }

  private double[] mean(ToDoubleFunction<TrainingLog.Epoch> of) {
    return byNumber.stream()
        .mapToDouble(epochs -> epochs.stream().mapToDouble(of).average().orElse(Double.NaN))
        .toArray();
  }

  /** Errors of the model and of the baselines. */
  static ResultsTable table(List<Scores> scores) {
    return Tables.cells(ScoreTable.columns(scores), ScoreTable.rows(scores));
  }

  private static double[] train(TrainingLog log) {
    return log.epochs().stream().mapToDouble(TrainingLog.Epoch::trainLoss).toArray();
  }

  private static double[] validation(TrainingLog log) {
    return log.epochs().stream().mapToDouble(TrainingLog.Epoch::validationLoss).toArray();
  }

  static Plot plot(TrainingLog log) {
    return LossPlot.last(train(log), validation(log));
  }

  /** Remembers the model for the next command and tells what happened, in sentences. */
  static String done(TrainSignals result, File model) {
    LastModel.set(model);
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
