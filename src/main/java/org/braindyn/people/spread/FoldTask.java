package org.braindyn.people.spread;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.braindyn.data.Seed;
import org.braindyn.io.Places;
import org.braindyn.kind.ModelKinds;
import org.braindyn.people.PeopleData;
import org.braindyn.people.PeopleFold;
import org.braindyn.people.PeoplePlan;
import org.braindyn.people.PeopleStudy;
import org.braindyn.training.TrainingListener;
import org.braindyn.training.score.Scores;
import org.braindyn.work.Work;

/**
 * One fold of an evaluation across people with one seed: reads the recordings, trains on some,
 * tests on others. Another fold or seed may run on another machine.
 *
 * @param source the recordings
 * @param kinds names of the models' kinds
 * @param design "one split", "folds" or "sites"
 * @param folds number of folds
 * @param validation people who choose the epoch
 * @param shape samples of context and horizon, and from window to window
 * @param models place of a folder for the models; null to keep none
 */
public record FoldTask(
    SourceText source,
    List<String> kinds,
    String design,
    int folds,
    int validation,
    Shape shape,
    String models)
    implements Work.Task<FoldTask.Item, ArrayList<Scores>> {
  /** A list that every engine can send. */
  public FoldTask {
    kinds = new ArrayList<>(kinds);
  }

  /** Samples of context and horizon, and from window to window. */
  public record Shape(int context, int horizon, int stride) implements Serializable {}

  /**
   * What is done at once.
   *
   * @param fold number of the fold, from 0
   * @param seed draws the folds and what is drawn in training
   */
  public record Item(int fold, long seed) implements Serializable {}

  @Override
  public ArrayList<Scores> of(Item item, Progress progress) {
    try (PeopleData people = PeopleData.read(source.source(), progress.part(0, 0.1))) {
      Seed seed = Seed.of(item.seed);
      PeopleFold fold =
          PeopleFold.of(design, people.set(), null, 0, validation, folds, seed).get(item.fold);
      PeoplePlan plan = PeoplePlan.of(shape.context(), shape.horizon(), shape.stride(), seed);
      PeopleStudy.Work study =
          new PeopleStudy.Work(
              kinds.stream().map(ModelKinds::named).toList(),
              null,
              false,
              TrainingListener.NONE,
              folder(item));
      return new ArrayList<>(
          PeopleStudy.fold(people.set(), fold, plan, study, progress.part(0.1, 1)));
    }
  }

  /** A folder of this fold and seed alone, since others work beside it. */
  private Path folder(Item item) {
    if (models == null) {
      return null;
    }
    Path folder =
        Places.path(models).resolve("seed-" + item.seed).resolve("fold-" + (item.fold + 1));
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new BadInput(folder + " cannot be made: " + Reason.of(e) + ".", e);
    }
  }
}
