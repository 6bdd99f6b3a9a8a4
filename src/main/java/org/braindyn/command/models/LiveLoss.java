package org.braindyn.command.models;

import ij.gui.Plot;
import ij.measure.ResultsTable;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.braindyn.fiji.images.LastModel;
import org.braindyn.fiji.images.Tables;
import org.braindyn.fiji.pictures.LossPlot;
import org.braindyn.people.StudyTables;
import org.braindyn.people.TrainSignals;
import org.braindyn.training.TrainingListener;
import org.braindyn.training.TrainingLog;
import org.braindyn.training.score.Scores;

/** Draws the loss while training runs; of members that train side by side, their mean. */
final class LiveLoss implements TrainingListener {
  private static final int BINS = 20; // points per epoch
  private static final long PAUSE_NANOS = 500_000_000L;

  private final NavigableMap<Integer, double[]> steps = new TreeMap<>();
  private final List<double[]> validation = new ArrayList<>();
  private final LossPlot plot = new LossPlot();
  private double linear = Double.NaN;
  private long shown;

  @Override
  public synchronized void begin(String name) {
    steps.clear();
    validation.clear();
    linear = Double.NaN;
  }

  @Override
  public synchronized void linearDone(double loss) {
    linear = loss;
    show();
  }

  @Override
  public synchronized void stepDone(double epochs, double loss) {
    double[] bin = steps.computeIfAbsent((int) Math.ceil(epochs * BINS - 1e-9), b -> new double[2]);
    bin[0] += loss;
    bin[1]++;
    if (System.nanoTime() - shown > PAUSE_NANOS) {
      show();
    }
  }

  @Override
  public synchronized void epochDone(TrainingLog.Epoch epoch) {
    while (validation.size() < epoch.number()) {
      validation.add(new double[2]);
    }
    double[] own = validation.get(epoch.number() - 1);
    own[0] += epoch.validationLoss();
    own[1]++;
    show();
  }

  private void show() {
    shown = System.nanoTime();
    plot.update(
        steps.keySet().stream().mapToDouble(bin -> (double) bin / BINS).toArray(),
        steps.values().stream().mapToDouble(bin -> bin[0] / bin[1]).toArray(),
        validation.stream().mapToDouble(own -> own[0] / own[1]).toArray(),
        linear);
  }

  /** Errors of the model and of the baselines. */
  static ResultsTable table(List<Scores> scores) {
    return Tables.of(StudyTables.recording(scores));
  }

  private static double[] train(TrainingLog log) {
    return log.epochs().stream().mapToDouble(TrainingLog.Epoch::trainLoss).toArray();
  }

  private static double[] validation(TrainingLog log) {
    return log.epochs().stream().mapToDouble(TrainingLog.Epoch::validationLoss).toArray();
  }

  /** The losses by epoch; null for what was fitted at once. */
  static Plot plot(TrainingLog log) {
    // It closes the one that grew, also where a network beside the chosen kind made it grow.
    Plot last = LossPlot.last(train(log), validation(log));
    return log.epochs().isEmpty() ? null : last;
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
                " after %d epochs (training loss %.4f at first, %.4f at last); the %s %s",
                done,
                losses[0],
                losses[done - 1],
                result.bestEpochs().size() > 1 ? "average of models of epochs" : "model of epoch",
                String.join(", ", result.bestEpochs().stream().map(String::valueOf).toList()));
    return String.format(
            Locale.ROOT,
            "%s%s is in %s%s.",
            result.cancelled() ? "Training was stopped" : "Training ended",
            done == 0 ? "; the model" : fall,
            model,
            result.edges().isPresent() ? " (" + result.edges().getAsInt() + " edges)" : "")
        + "\n"
        + result.advice()
        + (result.edges().orElse(1) > 0
            ? ""
            : "\nWarning: the graph has no edge, so every region is forecast from itself alone."
                + " Build a graph with a lower threshold.");
  }
}
