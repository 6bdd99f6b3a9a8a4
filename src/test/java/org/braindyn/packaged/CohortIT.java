package org.braindyn.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The macro across people, on the packaged jar. */
class CohortIT {
  @TempDir Path folder;

  @Test
  void macroEmbedsPredictsAndCompares() throws Exception {
    PlainImageJ imagej = new PlainImageJ(Files.createDirectories(folder.resolve("imagej")));
    Path out = Files.createDirectories(folder.resolve("out"));
    PlainImageJ.Result macro = imagej.macro(Path.of("macros/cohort.ijm"), out.toString(), 240);
    assertTrue(macro.output().contains("BrainDyn cohort done"), macro.output());
    assertTrue(macro.output().contains("Recognised by half a recording"), macro.output());
    assertEquals(17, Files.readAllLines(out.resolve("recordings.csv")).size());
    List<String> prediction = Files.readAllLines(out.resolve("prediction.csv"));
    assertTrue(prediction.get(0).startsWith("Features,R2,R2 low,R2 high"), prediction.get(0));
    assertTrue(prediction.get(1).startsWith("covariates only,"), prediction.get(1));
    assertTrue(prediction.stream().anyMatch(l -> l.contains("fine-tuned masked model,")));
    assertEquals(1 + 12 * 11 / 2, Files.readAllLines(out.resolve("links.csv")).size());
    for (String file :
        new String[] {
          "embedded/functional_connectivity.png",
          "embedded/embedding.png",
          "predicted/calibration.png",
          "predicted/people.csv",
          "compared/networks.csv",
          "compared/differences.png",
          "differences.csv"
        }) {
      assertTrue(Files.size(out.resolve(file)) > 20, file);
    }
  }
}
