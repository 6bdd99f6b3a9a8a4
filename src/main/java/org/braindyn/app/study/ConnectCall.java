package org.braindyn.app.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.braindyn.app.CallWords;
import org.braindyn.app.Derivative;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.io.Places;
import org.braindyn.people.spread.SourceText;
import org.braindyn.stimulation.ConnectTask;
import org.braindyn.training.dataset.DataSetEntry;
import org.braindyn.training.dataset.ListedFile;
import org.braindyn.work.Work;

/** The effective connectivity of every person in one model, and the mean over people. */
final class ConnectCall {
  private static final String FORM = "connect MODEL.npz DATA OUT [--option value ...]";
  private static final String WHAT =
      "Effect of a region (row) on every other (column) in sd per sd, in the model ";

  private ConnectCall() {}

  static List<String> run(String[] words, Work work, Progress progress) throws IOException {
    CallWords call = PeopleWords.ask(FORM, List.of(), words);
    SourceText source = PeopleWords.source(call, call.places().get(1));
    Map<String, ArrayList<ListedFile>> byPerson = new LinkedHashMap<>();
    for (DataSetEntry entry : source.source().list().entries()) {
      byPerson.computeIfAbsent(entry.person(), p -> new ArrayList<>()).add(ListedFile.of(entry));
    }
    String model = call.places().get(0);
    ConnectTask task =
        new ConnectTask(model, call.text("--summary", "peak"), PeopleWords.how(call));
    Path out = Files.createDirectories(Places.path(call.places().get(2)));
    List<String> people = List.copyOf(byPerson.keySet());
    List<ConnectTask.Found> found = work.map(List.copyOf(byPerson.values()), task, progress);
    String name = String.valueOf(Places.path(model).getFileName());
    double[][] mean = new double[found.get(0).effect().length][found.get(0).effect().length];
    Set<String> stems = new HashSet<>();
    for (int p = 0; p < people.size(); p++) {
      String stem = people.get(p).replaceFirst("^sub-", "").replaceAll("[^A-Za-z0-9]", "");
      if (!stems.add(stem)) {
        throw new BadInput(
            "Two people are sub-" + stem + " in letters and digits. Give them other codes.");
      }
      Path file = out.resolve("sub-" + stem + "_stat-effectiveconnectivity_relmat.tsv");
      Derivative.write(file, found.get(p).names(), found.get(p).effect(), WHAT + name);
      for (int u = 0; u < mean.length; u++) {
        for (int v = 0; v < mean.length; v++) {
          mean[u][v] += found.get(p).effect()[u][v] / people.size();
        }
      }
    }
    Derivative.write(
        out.resolve("group_stat-effectiveconnectivity_relmat.tsv"),
        found.get(0).names(),
        mean,
        "Mean over " + people.size() + " people. " + WHAT + name);
    return List.of("Effective connectivity of " + people.size() + " people: " + out + ".");
  }
}
