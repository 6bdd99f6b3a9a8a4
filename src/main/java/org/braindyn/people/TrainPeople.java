package org.braindyn.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.braindyn.forecast.Forecaster;
import org.braindyn.training.TrainingListener;
import org.braindyn.training.TrainingLog;
import org.braindyn.training.TrainingResult;
import org.braindyn.training.dataset.SplitTable;
import org.braindyn.training.score.Evaluation;
import org.braindyn.training.score.Scores;

/**
 * Trains one model across people, then an LSTM without graph as one more baseline, tests them on
 * people left out, and writes the model with everything that tells where it comes from: {@code
 * NAME.npz}, {@code NAME_split.csv}, {@code NAME_log.csv}, {@code NAME_scores.csv} and, while it
 * trains, {@code NAME.checkpoint}.
 *
 * @param scores the model first (not if it was stopped and is slow to test), then the baselines
 * @param log what happened epoch by epoch; the mean over members
 * @param cancelled true if the user stopped it; the model is the best until then
 * @param notes what happened, in sentences
 */
public record TrainPeople(
    List<Scores> scores, TrainingLog log, boolean cancelled, List<String> notes) {
  private static final double TEST_AFTER_CANCEL = 0.4;
  private static final double BASELINES = 0.15;
  private static final double TRAINED = 0.7;

  /**
   * Trains.
   *
   * @param task people, windows and settings; its checkpoint is where the training goes on from
   * @param model the model file to write
   * @param keepCheckpoint false to delete the checkpoint once the training ended by itself
   */
  public static TrainPeople run(
      PeopleModel kind, PeopleTask task, Path model, boolean keepCheckpoint, Progress progress) {
    TrainSignals.checkWritable(model);
    try {
      SplitTable.write(beside(model, "_split.csv"), task.data(), task.split());
      // Before training, so that nothing keeps the user waiting after Esc.
      List<Forecaster> baselines =
          Baselines.fit(task.train(), task.validation(), progress.part(0, BASELINES));
      List<Scores> scores = new ArrayList<>();
      for (Forecaster baseline : baselines) {
        scores.add(Evaluation.withRanks(baseline, task.test(), progress));
      }
      Progress part = progress.part(BASELINES, TRAINED);
      try (TrainedPeople trained = TrainedPeople.train(kind, task, part)) {
        trained.writer().write(model, PeopleRecipe.info(kind, task, trained));
        StudyTables.text(beside(model, "_log.csv"), StudyTables.log(trained.results()));
        Progress patience = trained.cancelled() ? new Deadline(TEST_AFTER_CANCEL) : Progress.NONE;
        try {
          scores.add(0, Evaluation.withRanks(trained.forecaster(), task.test(), patience));
        } catch (Cancelled e) {
          // Stopped and too slow to test: the table holds the baselines only.
        }
        if (!trained.cancelled() && kind != PeopleModel.NO_GRAPH) {
          graphFree(task, progress.part(TRAINED, 1)).ifPresent(own -> scores.add(1, own));
        }
        StudyTables.text(
            beside(model, "_scores.csv"), StudyTables.scores(scores, task.plan().seed()));
        if (!keepCheckpoint && !trained.cancelled()) {
          for (Path file : trained.checkpoints()) {
            Files.deleteIfExists(file);
          }
        }
        return new TrainPeople(
            scores,
            mean(trained.results()),
            trained.cancelled(),
            notes(kind, task, trained, model, Verdict.of(scores, "people whom it never saw")));
      }
    } catch (IOException e) {
      throw new BadInput("model=" + model + ": " + Reason.of(e) + ". Choose another file.", e);
    }
  }

  /** The LSTM without graph, trained alike; nothing if the user does not wait for it. */
  private static Optional<Scores> graphFree(PeopleTask task, Progress progress) {
    PeopleTask unwatched =
        new PeopleTask(task.data(), task.split(), task.plan(), TrainingListener.NONE, null);
    try (TrainedPeople lstm = TrainedPeople.train(PeopleModel.NO_GRAPH, unwatched, progress)) {
      return lstm.cancelled()
          ? Optional.empty()
          : Optional.of(Evaluation.withRanks(lstm.forecaster(), task.test(), progress));
    } catch (Cancelled e) {
      return Optional.empty();
    }
  }

  /** A file beside the model's: its name with another ending. */
  public static Path beside(Path model, String ending) {
    String name = model.getFileName().toString().replaceFirst("(?i)\\.npz$", "");
    return model.toAbsolutePath().resolveSibling(name + ending);
  }

  /** One log for several members: the mean of those that have come to an epoch. */
  static TrainingLog mean(List<TrainingResult> results) {
    TrainingLog mean = new TrainingLog();
    int longest = results.stream().mapToInt(r -> r.log().epochs().size()).max().orElse(0);
    for (int e = 0; e < longest; e++) {
      int epoch = e;
      List<TrainingLog.Epoch> own =
          results.stream()
              .map(r -> r.log().epochs())
              .filter(epochs -> epochs.size() > epoch)
              .map(epochs -> epochs.get(epoch))
              .toList();
      mean.add(
          new TrainingLog.Epoch(
              e + 1,
              own.stream().mapToDouble(TrainingLog.Epoch::trainLoss).average().orElse(0),
              own.stream().mapToDouble(TrainingLog.Epoch::validationLoss).average().orElse(0),
              own.get(0).learningRate(),
              own.get(0).best(),
              own.get(0).seconds()));
    }
    return mean;
  }

  private static List<String> notes(
      PeopleModel kind, PeopleTask task, TrainedPeople trained, Path model, String verdict) {
    List<String> notes = new ArrayList<>();
    String epochs =
        String.join(
            ", ", trained.results().stream().map(r -> Integer.toString(r.bestEpoch())).toList());
    notes.add(
        String.format(
            Locale.ROOT,
            "%s: %d people trained it, %d chose the epoch, %d test it. %s epoch %s of %d; %d edges.",
            kind.title(),
            people(task, task.split().train()),
            people(task, task.split().validation()),
            people(task, task.split().test()),
            trained.cancelled() ? "It was stopped; the best until then is" : "The best is",
            epochs,
            trained.settings().epochs(),
            trained.edges()));
    notes.add("The model is in " + model + "; beside it who trained, the log and the scores.");
    if (!verdict.isEmpty()) {
      notes.add(verdict);
    }
    if (trained.cancelled() && !trained.checkpoints().isEmpty()) {
      notes.add("Run the same command again to go on from " + task.checkpoint() + ".");
    }
    if (trained.edges() == 0) {
      notes.add(
          "Warning: no two regions correlate above 0.5, so the graph has no edge and no region hears"
              + " of another through it.");
    }
    return notes;
  }

  private static long people(PeopleTask task, List<Integer> who) {
    return who.stream().map(task.data().persons()::get).distinct().count();
  }
}
