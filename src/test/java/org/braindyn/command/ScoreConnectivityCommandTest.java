package org.braindyn.command;

import static org.braindyn.command.Commands.refuses;
import static org.braindyn.command.Commands.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.nio.file.Files;
import java.nio.file.Path;
import org.braindyn.command.graph.ScoreConnectivityOf;
import org.braindyn.command.samples.Simulate;
import org.braindyn.fiji.images.MatrixImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.command.CommandModule;

/** Score Connectivity on a simulated brain of known wiring, as image and as file. */
class ScoreConnectivityCommandTest {
  @TempDir Path folder;

  @Test
  void scoresASimulatedBrain() throws Throwable {
    CommandModule made = run(Simulate.class, "regions", 10, "frames", 400);
    ImagePlus signals = (ImagePlus) made.getOutput("signals");
    ImagePlus wiring = (ImagePlus) made.getOutput("wiring");
    CommandModule scored =
        run(
            ScoreConnectivityOf.class,
            "signals",
            signals,
            "wiring",
            wiring,
            "shifts",
            19,
            "matrix",
            wiring);
    ResultsTable table = (ResultsTable) scored.getOutput("table");
    assertEquals(5, table.size());
    assertEquals(1, table.getValue("AUROC", 0), 1e-9, "the truth against itself");
    String notes = (String) scored.getOutput("notes");
    assertTrue(notes.contains("VAR(1): AUROC"), notes);
    double[][] matrix = MatrixImage.matrix(wiring);
    StringBuilder csv = new StringBuilder();
    for (double[] row : matrix) {
      csv.append(String.join(",", java.util.Arrays.stream(row).mapToObj(Double::toString).toList()))
          .append('\n');
    }
    Path file = Files.writeString(folder.resolve("wiring.csv"), csv);
    CommandModule same =
        run(ScoreConnectivityOf.class, "signals", signals, "truth", file.toFile(), "shifts", 0);
    assertEquals(
        table.getValue("AUROC", 1),
        ((ResultsTable) same.getOutput("table")).getValue("AUROC", 0),
        1e-6);
    refuses("either wiring=[image]", ScoreConnectivityOf.class, "signals", signals);
    refuses("Give either signals", ScoreConnectivityOf.class, "wiring", wiring);
  }
}
