package org.braindyn.people;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.braindyn.data.RegionSignals;
import org.braindyn.graph.BrainGraph;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelIntervals;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelVerdict;
import org.braindyn.kind.Provenance;
import org.braindyn.kind.StoppedTraining;
import org.braindyn.kind.TrainedModel;
import org.braindyn.models.ModelFit;
import org.braindyn.signal.ContextFloor;
import org.braindyn.training.TrainingListener;
import org.braindyn.training.TrainingLog;
import org.braindyn.training.TrainingWatch;
import org.braindyn.training.dataset.SignalCheck;
import org.braindyn.training.score.Scores;

/**
 * Trains on one recording, tests beside the baselines and writes the model file.
 *
 * @param scores the model first, then the baselines, on the test windows; not those that are slow
 *     to test if it was stopped
 * @param log epoch by epoch; empty for kinds that are fitted at once
 * @param cancelled true if the user stopped it; the model is the best until then
 * @param bestEpochs the epoch that was kept, of every member
 * @param edges edges of the graph; empty for kinds without
 * @param verdict whether it is better than the best of what stands beside it; its file holds it too
 * @param advice sentences on what the errors mean and how the model came to be
 */
public record TrainSignals(
    List<Scores> scores,
    TrainingLog log,
    boolean cancelled,
    List<Integer> bestEpochs,
    OptionalInt edges,
    ModelVerdict verdict,
    String advice) {
  private static final double MODEL = 0.7;
  private static final double TEST_AFTER_CANCEL = 0.4;

  /**
   * What is trained.
   *
   * @param kind the kind of model
   * @param settings its settings
   * @param graph the graph, or null to correlate the training windows
   * @param companions whether the kind's companions (an LSTM without graph) are trained after it
   */
  public record Wanted(
      ModelKind kind, KindSettings settings, BrainGraph graph, boolean companions) {
    /** Alone. */
    public Wanted(ModelKind kind, KindSettings settings, BrainGraph graph) {
      this(kind, settings, graph, false);
    }
  }

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
   * Trains, the baselines beside it from its first loss on; then, if wanted, trains the kind's
   * companions alike, as more baselines, unless the user stopped.
   */
  public static TrainSignals run(
      TimeSplit split, Wanted wanted, TrainingListener listener, Written files, Progress progress) {
    check(split.recording(), split.train().recordings().get(0).frames());
    checkWritable(files.model());
    try (BaselinesBeside baselines =
        new BaselinesBeside(split.farLearning(), c -> test(c, split), listener)) {
      return run(split, wanted, baselines, files, progress);
    }
  }

  private static Scores test(Contender contender, TimeSplit split) {
    return contender.score(split.test(), Progress.NONE);
  }

  private static TrainSignals run(
      TimeSplit split, Wanted wanted, BaselinesBeside baselines, Written files, Progress progress) {
    TrainingWatch watch = new TrainingWatch(baselines, files.checkpoint(), progress.part(0, MODEL));
    TrainedModel trained;
    boolean stopped = false;
    try {
      trained = wanted.kind().train(split.learning(), wanted.graph(), wanted.settings(), watch);
    } catch (StoppedTraining e) {
      trained = e.best();
      stopped = true;
    }
    TrainedModel calibrated =
        stopped ? trained : ModelIntervals.calibrate(trained, split.learning(), progress);
    try (TrainedModel model = calibrated) {
      model.write(files.model());
      writeLog(files.log(), model.logs());
      List<Scores> scores = new ArrayList<>(baselines.scores(stopped, progress));
      Progress patience = stopped ? new Deadline(TEST_AFTER_CANCEL) : Progress.NONE;
      try {
        scores.add(0, Contender.model(model).score(split.test(), patience));
      } catch (Cancelled e) {
        // Stopped and too slow to test.
      }
      if (!stopped && wanted.companions()) {
        scores.addAll(1, companions(wanted.settings(), wanted.kind(), split, progress));
      }
      ModelVerdict verdict = Verdict.againstBest(scores, Verdict.FRAMES);
      verdict.stamp(files.model());
      List<String> advice = new ArrayList<>(model.notes());
      advice.add(0, Verdict.of(scores, wanted.kind()));
      advice.add(ContextFloor.sentence(split.train()));
      advice.add(AdaptPerson.offer(split.train().recordings().get(0).frames()));
      advice.removeIf(String::isEmpty);
      return new TrainSignals(
          scores,
          TrainPeople.mean(model.logs()),
          stopped,
          model.provenance().members().stream().map(Provenance.Member::bestEpoch).toList(),
          edges(model),
          verdict,
          String.join("\n", advice));
    }
  }

  private static List<Scores> companions(
      KindSettings settings, ModelKind kind, TimeSplit split, Progress progress) {
    return Companions.scores(
        kind,
        settings,
        split.learning(),
        c -> c.score(split.test(), progress),
        progress.part(MODEL, 1));
  }

  /**
   * Tests a model that was trained before beside its kind's companions and the baselines.
   *
   * @param wanted kind and settings that were asked for
   * @param split what it has learnt from and what tests it
   * @return the model first
   */
  public static List<Scores> test(
      TrainedModel model, Wanted wanted, TimeSplit split, Progress progress) {
    List<Scores> scores = new ArrayList<>();
    scores.add(Contender.model(model).score(split.test(), progress));
    scores.addAll(companions(wanted.settings(), wanted.kind(), split, progress));
    scores.addAll(BaselinesBeside.scores(split.farLearning(), c -> test(c, split), progress));
    return scores;
  }

  /** Edges of a model's graph; empty for a model without. */
  static OptionalInt edges(TrainedModel model) {
    return model.graph().stream().mapToInt(BrainGraph::edges).findFirst();
  }

  /**
   * Refuses what nobody can learn from: values that are missing, and regions that are constant, in
   * all the recording or in the part that trains.
   *
   * @param frames frames that train, from the start
   */
  public static void check(RegionSignals signals, int frames) {
    ModelFit.checkComplete(signals);
    SignalCheck.usable(signals);
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

  private static void writeLog(Path file, List<TrainingLog> logs) {
    try {
      if (file != null) {
        StudyTables.text(file, StudyTables.log(logs));
      }
    } catch (IOException e) {
      throw new BadInput("log=" + file + " cannot be written: " + Reason.of(e), e);
    }
  }
}
