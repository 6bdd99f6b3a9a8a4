package org.braindyn.people;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.braindyn.data.RegionSignals;
import org.braindyn.forecast.Forecaster;
import org.braindyn.graph.BrainGraph;
import org.braindyn.io.model.ModelInfo;
import org.braindyn.models.RecordingHash;
import org.braindyn.models.SavedModel;
import org.braindyn.training.TrainingListener;
import org.braindyn.training.TrainingLog;
import org.braindyn.training.TrainingResult;
import org.braindyn.training.TrainingSettings;
import org.braindyn.training.dataset.SignalCheck;
import org.braindyn.training.score.Evaluation;
import org.braindyn.training.score.Scores;

/**
 * Trains on one recording, tests beside the baselines and writes the model file.
 *
 * @param scores the model first, then the baselines, on the test windows
 * @param log epoch by epoch
 * @param cancelled true if the user stopped it; the model is the best until then
 * @param bestEpochs the epoch that was kept, of every member
 * @param edges edges of the graph
 */
public record TrainSignals(
    List<Scores> scores, TrainingLog log, boolean cancelled, List<Integer> bestEpochs, int edges) {
  private static final double MODEL = 0.7;
  private static final double TEST_AFTER_CANCEL = 0.4;

  /**
   * What is written.
   *
   * @param model the model; it is written even if training was stopped
   * @param checkpoint written after every epoch and gone on from if it is there; null for none
   * @param log table of the epochs (CSV); null for none
   */
  public record Written(Path model, Path checkpoint, Path log) {
    /** From files of a dialog. */
    public static Written of(File model, File checkpoint, File log) {
      return new Written(
          model.toPath(),
          checkpoint == null ? null : checkpoint.toPath(),
          log == null ? null : log.toPath());
    }
  }

  /**
   * Trains; then trains an LSTM without graph alike, as one more baseline, unless the user stopped.
   *
   * @param graph the graph, or null to correlate the training windows
   */
  public static TrainSignals run(
      RegionSignals signals,
      TimeSplit split,
      BrainGraph graph,
      RecordingModel model,
      TrainingSettings training,
      TrainingListener listener,
      Written files,
      Progress progress) {
    SavedModel.checkComplete(signals);
    checkVarying(signals, split);
    checkWritable(files.model());
    // Before training, so that nothing keeps the user waiting after Esc.
    List<Forecaster> baselines = Baselines.fit(split.far(), split.farValidation(), progress);
    List<Scores> scores = new ArrayList<>(Evaluation.of(baselines, split.test(), progress));
    try (TrainedPeople trained =
        model.train(
            split, graph, training, listener, files.checkpoint(), progress.part(0, MODEL))) {
      trained.writer().write(files.model(), info(signals, split, trained));
      TrainingLog log = TrainPeople.mean(trained.results());
      writeLog(files.log(), trained.results());
      Progress patience = trained.cancelled() ? new Deadline(TEST_AFTER_CANCEL) : Progress.NONE;
      try {
        scores.add(0, Evaluation.of(trained.forecaster(), split.test(), patience));
      } catch (Cancelled e) {
        // Stopped and too slow to test: the table holds the baselines only.
      }
      if (!trained.cancelled()) {
        GraphFree.scores(model.shape(split), split, training, progress.part(MODEL, 1))
            .ifPresent(own -> scores.add(1, own));
      }
      return new TrainSignals(
          scores, log, trained.cancelled(), bestEpochs(trained), trained.edges());
    }
  }

  private static List<Integer> bestEpochs(TrainedPeople trained) {
    return trained.results().stream().map(TrainingResult::bestEpoch).toList();
  }

  /** Refuses regions that are constant, in all the recording or in the part that trains. */
  private static void checkVarying(RegionSignals signals, TimeSplit split) {
    SignalCheck.usable(signals);
    int frames = split.train().recordings().get(0).frames();
    double[][] part =
        Arrays.stream(signals.values())
            .map(row -> Arrays.copyOf(row, frames))
            .toArray(double[][]::new);
    String where = signals.source() + ", the " + frames + " frames that train";
    SignalCheck.usable(new RegionSignals(signals.regions(), part, signals.interval(), where));
  }

  /** Now, not after an hour of training. */
  static void checkWritable(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw new BadInput(
          "model=" + file + ": its folder does not exist. Create it or choose another file.");
    }
    if (!Files.isWritable(folder) || Files.isDirectory(file)) {
      throw new BadInput("model=" + file + " cannot be written. Choose another file.");
    }
  }

  private static void writeLog(Path file, List<TrainingResult> results) {
    try {
      if (file != null) {
        StudyTables.text(
            file, results.size() == 1 ? results.get(0).log().csv() : StudyTables.log(results));
      }
    } catch (IOException e) {
      throw new BadInput("log=" + file + " cannot be written: " + Reason.of(e), e);
    }
  }

  private static ModelInfo info(RegionSignals signals, TimeSplit split, TrainedPeople trained) {
    TrainingSettings training = trained.settings();
    boolean one = trained.results().size() == 1;
    List<Double> losses = trained.results().stream().map(TrainingResult::bestLoss).toList();
    Map<String, Object> recipe = new LinkedHashMap<>();
    recipe.put("source", signals.source());
    recipe.put("split", split.describe(signals.frames()));
    recipe.put("epochs", training.epochs());
    recipe.put("batch", training.batch());
    recipe.put("learning_rate", training.learningRate());
    recipe.put("weight_decay", training.weightDecay());
    recipe.put("best_epoch", one ? bestEpochs(trained).get(0) : bestEpochs(trained));
    recipe.put("validation_mse", one ? losses.get(0) : losses);
    recipe.put("stopped_by_user", trained.cancelled());
    return new ModelInfo(
        signals.regions(),
        signals.interval(),
        "context",
        training.seed().value(),
        version(),
        Map.of(signals.source(), RecordingHash.of(signals)),
        recipe);
  }

  static String version() {
    String version = TrainSignals.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
