package org.braindyn.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.braindyn.data.BadInput;
import org.braindyn.data.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report by script, and the intervals in it. */
class ReportOfStudyTest {
  @TempDir Path folder;

  private static Signals recording(int frames) {
    Seed.Stream random = Seed.of(5).stream("recording");
    double[][] values = new double[4][frames];
    for (int t = 1; t < frames; t++) {
      for (int r = 0; r < 4; r++) {
        values[r][t] =
            0.6 * values[r][t - 1] + 0.3 * values[(r + 1) % 4][t - 1] + random.gaussian();
      }
    }
    return Signals.of(values, 2, "A", "B", "C", "D");
  }

  @Test
  void intervalsAreOverPiecesAndTheirMiddleIsTheWhole() {
    HeldOut parts = recording(400).holdOut(0.2);
    TrainSettings windows = TrainSettings.defaults().windows(8, 2, 1);
    try (Model model = Model.train("VAR on windows", parts.training(), null, windows)) {
      Evaluation worth = model.evaluate(parts.test());
      Table table = worth.intervals(1);
      assertEquals(7, table.number(0, "Pieces"), "71 windows that reach 10 frames ahead");
      for (int row = 0; row < table.rows().size(); row++) {
        assertTrue(table.number(row, "MSE low") < table.number(row, "MSE"), "row " + row);
        assertTrue(table.number(row, "MSE high") > table.number(row, "MSE"), "row " + row);
        assertEquals(worth.table().number(row, "MSE"), table.number(row, "MSE"), 1e-6);
      }
    }
  }

  @Test
  void aScriptWritesIt() throws Exception {
    Signals signals = recording(300);
    HeldOut parts = signals.holdOut(0.2);
    TrainSettings windows = TrainSettings.defaults().windows(8, 2, 1);
    Graph graph = Graph.correlation(parts.training());
    try (Model model = Model.train("VAR on windows", parts.training(), graph, windows)) {
      Path file = folder.resolve("report.html");
      Report.of(signals)
          .title("By script")
          .graph(graph)
          .model(model, model.evaluate(parts.test()))
          .effect(model.perturb(signals, Perturbation.of("step", "B"), 6))
          .connectivity(model.connectivity(signals, 0.5, AskSettings.follow(3)))
          .macro("script.groovy")
          .write(file.toString());
      String html = Files.readString(file);
      assertTrue(html.contains("<h1>By script</h1>") && html.contains("step on B"));
      assertTrue(html.contains("script.groovy") && html.contains("MSE low"));
      Report other = Report.of(signals).untested(model, "another recording.");
      assertTrue(other.html().contains("Not tested here: another recording."));
      String wrong = folder.resolve("report.pdf").toString();
      assertThrows(BadInput.class, () -> other.write(wrong));
    }
  }
}
