package org.braindyn.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelIntervals;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelVerdict;
import org.braindyn.kind.Provenance;
import org.braindyn.kind.StoppedTraining;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.signal.ContextFloor;
import org.braindyn.training.TrainingLog;
import org.braindyn.training.TrainingWatch;
import org.braindyn.training.dataset.SplitTable;
import org.braindyn.training.score.Scores;

/**
 * Trains one model across people, if wanted the kind's companions as more baselines, tests them on
 * people left out, and writes the model with everything that tells where it comes from: {@code
 * NAME.npz}, {@code NAME_split.csv}, {@code NAME_log.csv}, {@code NAME_scores.csv} and, while it
 * trains, {@code NAME.checkpoint}.
 *
 * @param scores the model first, then the baselines; not those that are slow to test if it was
 *     stopped
 * @param log what happened epoch by epoch; the mean over members
 * @param cancelled true if the user stopped it; the model is the best until then
 * @param verdict whether it is better than the best of what stands beside it; its file holds it too
 * @param notes what happened, in sentences
 */
public record TrainPeople(
    List<Scores> scores,
    TrainingLog log,
    boolean cancelled,
    ModelVerdict verdict,
    List<String> notes) {
  private static final double TEST_AFTER_CANCEL = 0.4;
  private static final double TRAINED = 0.7;

  /**
   * Trains.
   *
   * @param wanted kind and settings
   * @param task people and windows; its checkpoint is where the training goes on from
   * @param model the model file to write
   * @param keepCheckpoint false to delete the checkpoint once the training ended by itself
   */
  public static TrainPeople run(
      TrainSignals.Wanted wanted,
      PeopleTask task,
      Path model,
      boolean keepCheckpoint,
      Progress progress) {
    TrainSignals.checkWritable(model);
    ModelKind kind = wanted.kind();
    KindSettings settings = wanted.settings();
    try (BaselinesBeside baselines =
        new BaselinesBeside(task.learning(), c -> test(c, task), task.listener())) {
      SplitTable.write(beside(model, "_split.csv"), task.data(), task.split());
      TrainingSplit learning = task.learning();
      TrainingWatch watch =
          new TrainingWatch(baselines, task.checkpoint(), progress.part(0, TRAINED));
      TrainedModel best;
      boolean stopped = false;
      try {
        best = kind.train(learning, wanted.graph(), settings, watch);
      } catch (StoppedTraining e) {
        best = e.best();
        stopped = true;
      }
      TrainedModel calibrated = stopped ? best : ModelIntervals.calibrate(best, learning, progress);
      try (TrainedModel trained = calibrated) {
        trained.write(model);
        StudyTables.text(beside(model, "_log.csv"), StudyTables.log(trained.logs()));
        List<Scores> scores = new ArrayList<>(baselines.scores(stopped, progress));
        test(scores, trained, task, stopped);
        if (!stopped && wanted.companions()) {
          scores.addAll(1, companions(kind, settings, task, progress));
        }
        ModelVerdict verdict = Verdict.againstBest(scores, Verdict.PEOPLE);
        verdict.stamp(model);
        StudyTables.text(
            beside(model, "_scores.csv"), StudyTables.scores(scores, task.plan().seed()));
        List<Path> left = left(kind, settings, task);
        if (!keepCheckpoint && !stopped) {
          for (Path file : left) {
            Files.deleteIfExists(file);
          }
        }
        List<String> notes = notes(task, trained, settings);
        notes.add("The model is in " + model + "; beside it who trained, the log and the scores.");
        notes.add(Verdict.of(scores, kind, Verdict.PEOPLE));
        notes.addAll(trained.notes());
        if (stopped && left.stream().anyMatch(Files::exists)) {
          notes.add("Run the same command again to go on from " + task.checkpoint() + ".");
        }
        if (TrainSignals.edges(trained).orElse(1) == 0) {
          notes.add(
              "Warning: no two regions correlate above 0.5, so the graph has no edge and no region"
                  + " hears of another through it.");
        }
        notes.removeIf(String::isEmpty);
        return new TrainPeople(scores, mean(trained.logs()), stopped, verdict, notes);
      }
    } catch (IOException e) {
      throw new BadInput("model=" + model + ": " + Reason.of(e) + ". Choose another file.", e);
    }
  }

  private static Scores test(Contender contender, PeopleTask task) {
    return contender.scoreWithRanks(task.test(), Progress.NONE);
  }

  private static List<Scores> companions(
      ModelKind kind, KindSettings settings, PeopleTask task, Progress progress) {
    return Companions.scores(
        kind,
        settings,
        task.learning(),
        c -> c.scoreWithRanks(task.test(), progress),
        progress.part(TRAINED, 1));
  }

  /**
   * Tests a model that was trained before beside its kind's companions and the baselines.
   *
   * @param wanted kind and settings that were asked for
   * @return the model first
   */
  public static List<Scores> test(
      TrainedModel model, TrainSignals.Wanted wanted, PeopleTask task, Progress progress) {
    List<Scores> scores = new ArrayList<>();
    scores.add(Contender.model(model).scoreWithRanks(task.test(), progress));
    scores.addAll(companions(wanted.kind(), wanted.settings(), task, progress));
    scores.addAll(BaselinesBeside.scores(task.learning(), c -> test(c, task), progress));
    return scores;
  }

  /** The model's errors first; none if it was stopped and is too slow to test. */
  private static void test(
      List<Scores> scores, TrainedModel trained, PeopleTask task, boolean stopped) {
    Progress patience = stopped ? new Deadline(TEST_AFTER_CANCEL) : Progress.NONE;
    try {
      scores.add(0, Contender.model(trained).scoreWithRanks(task.test(), patience));
    } catch (Cancelled e) {
      // nobody waits for it
    }
  }

  private static List<Path> left(ModelKind kind, KindSettings settings, PeopleTask task) {
    return task.checkpoint() == null ? List.of() : kind.checkpoints(task.checkpoint(), settings);
  }

  /** A file beside the model's: its name with another ending. */
  public static Path beside(Path model, String ending) {
    String name = model.getFileName().toString().replaceFirst("(?i)\\.npz$", "");
    return model.toAbsolutePath().resolveSibling(name + ending);
  }

  /** One log for several members: the mean of those that have come to an epoch. */
  static TrainingLog mean(List<TrainingLog> logs) {
    TrainingLog mean = new TrainingLog();
    int longest = logs.stream().mapToInt(log -> log.epochs().size()).max().orElse(0);
    for (int e = 0; e < longest; e++) {
      int epoch = e;
      List<TrainingLog.Epoch> own =
          logs.stream()
              .map(TrainingLog::epochs)
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

  private static List<String> notes(PeopleTask task, TrainedModel trained, KindSettings settings) {
    Provenance from = trained.provenance();
    String epochs =
        String.join(
            ", ", from.members().stream().map(m -> Integer.toString(m.bestEpoch())).toList());
    String best =
        from.members().isEmpty()
            ? ""
            : String.format(
                Locale.ROOT,
                " %s epoch %s of %d.",
                from.complete() ? "The best is" : "It was stopped; the best until then is",
                epochs,
                settings.whole("epochs"));
    OptionalInt edges = TrainSignals.edges(trained);
    List<String> notes = new ArrayList<>();
    notes.add(
        String.format(
            Locale.ROOT,
            "%s: %d people trained it, %d chose the %s, %d test it.%s%s",
            trained.title(),
            people(task, task.split().train()),
            people(task, task.split().validation()),
            from.members().isEmpty() ? "settings" : "epoch",
            people(task, task.split().test()),
            best,
            edges.isPresent() ? " " + edges.getAsInt() + " edges." : ""));
    String quiet = ContextFloor.sentence(task.train());
    if (!quiet.isEmpty()) {
      notes.add(quiet);
    }
    return notes;
  }

  private static long people(PeopleTask task, List<Integer> who) {
    return who.stream().map(task.data().persons()::get).distinct().count();
  }
}
