package org.braindyn.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.braindyn.forecast.Forecaster;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelIntervals;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.TrainingListener;
import org.braindyn.training.TrainingWatch;
import org.braindyn.training.dataset.DataSet;
import org.braindyn.training.score.Scores;

/**
 * Trains on some people, chooses on others, and measures on a third group, once or fold by fold:
 * models and baselines in one table.
 *
 * @param data recordings of all people
 * @param folds who trained, validated and tested
 * @param scores the models first, then the baselines, on the test people of all folds
 * @param foldOf name of the fold that each person of the scores was tested in
 * @param example one forecast of every forecaster
 * @param runs free runs beside real recordings; empty if they were not asked for
 */
public record PeopleStudy(
    DataSet data,
    List<PeopleFold> folds,
    List<Scores> scores,
    List<String> foldOf,
    StudyExample example,
    List<FreeRun> runs) {

  /**
   * What to do.
   *
   * @param models what to train
   * @param tested a trained model to test too, null for none
   * @param freeRuns whether every model is let run freely
   * @param listener hears of every epoch
   * @param folder for the trained models and, until the study is done, their checkpoints; null to
   *     keep none
   */
  public record Work(
      List<ModelKind> models,
      TestedModel tested,
      boolean freeRuns,
      TrainingListener listener,
      Path folder) {
    private static final String CHECKPOINTS = "checkpoints";

    /** Where a training can go on from after a kill; null without a folder. */
    private Path checkpoint(String name) {
      if (folder == null) {
        return null;
      }
      try {
        return Files.createDirectories(folder.resolve(CHECKPOINTS)).resolve(name);
      } catch (IOException e) {
        throw new BadInput("output=" + folder + " cannot be written: " + Reason.of(e), e);
      }
    }

    /** Deletes what a finished study does not need any more; what is not ours stays. */
    private void clean(List<Path> checkpoints) {
      try {
        for (Path file : checkpoints) {
          Files.deleteIfExists(file);
        }
        if (folder != null) {
          Files.deleteIfExists(folder.resolve(CHECKPOINTS));
        }
      } catch (IOException e) {
        // Other files lie there, or it is not allowed. The study is done and must not be lost.
      }
    }
  }

  /**
   * What one fold has given.
   *
   * @param name of the fold
   * @param scores the models first, then the baselines, on its test people
   * @param example one forecast of every forecaster
   * @param runs free runs, if they were asked for
   * @param checkpoints of its trainings
   */
  private record Part(
      String name,
      List<Scores> scores,
      StudyExample example,
      List<FreeRun> runs,
      List<Path> checkpoints) {}

  /** Runs the study; cancelling throws {@link Cancelled}. */
  public static PeopleStudy run(
      DataSet data, List<PeopleFold> folds, PeoplePlan plan, Work work, Progress progress) {
    List<Part> parts = new ArrayList<>();
    for (PeopleFold fold : folds) {
      double done = (double) parts.size() / folds.size();
      String which = "Fold " + (parts.size() + 1) + " of " + folds.size();
      Progress part =
          progress.part(done, done + 1.0 / folds.size(), folds.size() > 1 ? which : null);
      parts.add(part(data, fold, plan, work, part));
    }
    List<String> foldOf = new ArrayList<>();
    List<FreeRun> runs = new ArrayList<>();
    for (Part part : parts) {
      part.scores.get(0).persons().forEach(person -> foldOf.add(part.name));
      runs.addAll(part.runs);
      work.clean(part.checkpoints);
    }
    List<Scores> scores = together(parts.stream().map(Part::scores).toList());
    return new PeopleStudy(data, folds, scores, foldOf, parts.get(0).example, runs);
  }

  /** Scores of one fold alone: what a fold gives wherever it is done. */
  public static List<Scores> fold(
      DataSet data, PeopleFold fold, PeoplePlan plan, Work work, Progress progress) {
    Part part = part(data, fold, plan, work, progress);
    work.clean(part.checkpoints);
    return part.scores;
  }

  /** Scores of all folds together, each on its own test people. */
  public static List<Scores> together(List<List<Scores>> byFold) {
    List<Scores> together = new ArrayList<>();
    for (int i = 0; i < byFold.get(0).size(); i++) {
      int row = i;
      together.add(Scores.together(byFold.stream().map(scores -> scores.get(row)).toList()));
    }
    return together;
  }

  private static Part part(
      DataSet data, PeopleFold fold, PeoplePlan plan, Work work, Progress progress) {
    PeopleTask task = new PeopleTask(data, fold.split(), plan, work.listener(), null);
    WindowSet test = task.test();
    List<Scores> scores = new ArrayList<>();
    List<Path> checkpoints = new ArrayList<>();
    List<TrainedModel> trained = new ArrayList<>();
    try {
      List<Contender> all = new ArrayList<>();
      TrainingSplit learning = task.learning();
      for (ModelKind kind : work.models()) {
        double share = 0.8 / work.models().size();
        Progress own = progress.part(share * all.size(), share * (all.size() + 1), kind.title());
        String name = name(kind, fold);
        KindSettings settings = plan.shared(kind);
        Path file = work.checkpoint(name);
        TrainedModel bare =
            kind.train(learning, null, settings, new TrainingWatch(work.listener(), file, own));
        trained.add(bare);
        TrainedModel model = ModelIntervals.calibrate(bare, learning, own);
        Cancelled.check(progress, "Evaluate");
        all.add(Contender.of(model));
        checkpoints.addAll(file == null ? List.of() : kind.checkpoints(file, settings));
        if (work.folder() != null) {
          model.write(work.folder().resolve(name + ".npz"));
        }
      }
      if (work.tested() != null) {
        all.add(work.tested().contender());
      }
      List<TrainedModel> baselines = Baselines.fit(learning, progress.part(0.8, 0.9));
      baselines.forEach(model -> all.add(Contender.baseline(model)));
      for (Contender contender : all) {
        Cancelled.check(progress, "Evaluate");
        scores.add(contender.scoreWithRanks(test, progress));
      }
      List<Forecaster> forecasters = all.stream().map(Contender::forecaster).toList();
      StudyExample example = StudyExample.of(forecasters, test, data);
      List<FreeRun> runs =
          work.freeRuns() ? FreeRun.of(all, task, progress.part(0.9, 1)) : List.of();
      return new Part(fold.name(), scores, example, runs, checkpoints);
    } finally {
      trained.forEach(TrainedModel::close);
    }
  }

  /** Stem of the files of a model. */
  private static String name(ModelKind kind, PeopleFold fold) {
    String before = fold.name().isEmpty() ? "" : "fold_" + fold.name() + "_";
    return (before + kind.name()).replaceAll("[^A-Za-z0-9]+", "_");
  }
}
