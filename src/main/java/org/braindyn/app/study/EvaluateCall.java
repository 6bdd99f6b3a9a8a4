package org.braindyn.app.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.app.CallWords;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.io.AtomicFile;
import org.braindyn.io.Places;
import org.braindyn.kind.ModelKinds;
import org.braindyn.people.PeopleStudy;
import org.braindyn.people.StudyTables;
import org.braindyn.people.spread.FoldTask;
import org.braindyn.training.score.Scores;
import org.braindyn.work.Work;

/** Trains on some people and tests on others, every fold and seed a piece of work of its own. */
final class EvaluateCall {
  private static final String FORM = "evaluate DATA OUT --kinds NAME ... [--option value ...]";
  private static final List<String> OPTIONS =
      List.of(
          "--kinds",
          "--folds",
          "--seeds",
          "--context",
          "--horizon",
          "--stride",
          "--validation",
          "--models");

  private EvaluateCall() {}

  static List<String> run(String[] words, Work work, Progress progress) throws IOException {
    CallWords call = PeopleWords.of(FORM, 2, OPTIONS, words);
    List<String> kinds = call.texts("--kinds", List.of());
    kinds.forEach(ModelKinds::named); // refuses at once what there is not
    if (kinds.isEmpty()) {
      throw new BadInput("Say what to evaluate, e.g. --kinds \"direct ridge\" auto.");
    }
    int folds = call.whole("--folds", 5);
    List<Integer> seeds = call.wholes("--seeds", List.of(1));
    FoldTask task =
        new FoldTask(
            PeopleWords.source(call, call.places().get(0)),
            kinds,
            "folds",
            folds,
            call.whole("--validation", 2),
            PeopleWords.shape(call),
            call.text("--models", null));
    List<FoldTask.Item> items = new ArrayList<>();
    for (int seed : seeds) {
      for (int fold = 0; fold < folds; fold++) {
        items.add(new FoldTask.Item(fold, seed));
      }
    }
    List<ArrayList<Scores>> found = work.map(items, task, progress);
    Path out = Files.createDirectories(Places.path(call.places().get(1)));
    List<String> said = new ArrayList<>();
    for (int s = 0; s < seeds.size(); s++) {
      List<List<Scores>> byFold = new ArrayList<>(found.subList(s * folds, (s + 1) * folds));
      String text = StudyTables.scores(PeopleStudy.together(byFold), Seed.of(seeds.get(s)));
      Path file = out.resolve("scores_seed-" + seeds.get(s) + ".csv");
      AtomicFile.write(file, to -> to.write(text.getBytes(StandardCharsets.UTF_8)));
      said.add(folds + " folds, seed " + seeds.get(s) + ": " + file + ".");
    }
    return said;
  }
}
