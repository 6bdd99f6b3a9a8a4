package org.braindyn.app.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.app.CallWords;
import org.braindyn.data.Progress;
import org.braindyn.io.Places;
import org.braindyn.io.tables.TimeSeriesWriter;
import org.braindyn.perturbation.ConnectionStatistics;
import org.braindyn.stimulation.ConnectionTables;
import org.braindyn.stimulation.SurrogateTask;
import org.braindyn.work.Work;

/**
 * Effective connectivity of a model with p-values against models refitted to surrogates, each a
 * piece of work of its own.
 */
final class NullCall {
  private static final String FORM = "null MODEL.npz DATA LINKS.csv [--option value ...]";
  private static final int USUAL = 19;

  private NullCall() {}

  static List<String> run(String[] words, Work work, Progress progress) throws IOException {
    CallWords call = PeopleWords.ask(FORM, List.of("--surrogates"), words);
    int surrogates = call.whole("--surrogates", USUAL);
    SurrogateTask task =
        new SurrogateTask(
            call.places().get(0),
            call.places().get(1),
            call.text("--pattern", "*"),
            call.text("--summary", "peak"),
            PeopleWords.how(call));
    ConnectionStatistics found = task.run(surrogates, work, progress);
    Path file = Places.path(call.places().get(2));
    TimeSeriesWriter.write(file, ConnectionTables.links(found));
    return List.of(surrogates + " surrogates; links with p and q are in " + file + ".");
  }
}
