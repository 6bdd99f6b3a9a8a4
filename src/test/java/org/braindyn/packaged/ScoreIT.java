package org.braindyn.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The macro that scores connectivity, on the packaged jar. */
class ScoreIT {
  @TempDir Path folder;

  @Test
  void macroScoresAgainstImageAndFile() throws Exception {
    PlainImageJ imagej = new PlainImageJ(Files.createDirectories(folder.resolve("imagej")));
    Path out = Files.createDirectories(folder.resolve("out"));
    PlainImageJ.Result macro = imagej.macro(Path.of("macros/score.ijm"), out.toString(), 240);
    assertTrue(macro.output().contains("BrainDyn score done"), macro.output());
    assertTrue(macro.output().contains("VAR(1): AUROC"), macro.output());
    List<String> scores = Files.readAllLines(out.resolve("scores.csv"));
    assertTrue(scores.get(0).startsWith("Method,AUROC,low,high,Shifted"), scores.get(0));
    assertEquals(5, scores.size());
    assertEquals(scores, Files.readAllLines(out.resolve("scores_of_file.csv")));
  }
}
