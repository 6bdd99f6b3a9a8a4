package org.braindyn.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** macros/evaluate.ijm on the packaged jar, headless, in its own JVM. */
class EvaluateIT {
  @TempDir Path folder;

  @Test
  void macroMeasuresEveryModelAndGenerates() throws Exception {
    PlainImageJ imagej = new PlainImageJ(Files.createDirectories(folder.resolve("imagej")));
    Path out = Files.createDirectories(folder.resolve("out"));
    PlainImageJ.Result macro = imagej.macro(Path.of("macros/evaluate.ijm"), out.toString(), 300);
    assertTrue(macro.output().contains("BrainDyn evaluation done"), macro.output());
    List<String> table = Files.readAllLines(out.resolve("evaluation.csv"));
    assertEquals(8, table.size(), "names, three models, four baselines");
    assertTrue(table.stream().anyMatch(l -> l.startsWith("BrainDyn + linear skip")), "skip");
    assertEquals(7, Files.readAllLines(out.resolve("study/split.csv")).size());
    assertEquals(9, Files.readAllLines(out.resolve("study/by_region.csv")).size());
    assertEquals(301, Files.readAllLines(out.resolve("generated.csv")).size());
    assertTrue(Files.size(out.resolve("study/by_step.png")) > 1000);
    assertTrue(Files.readString(out.resolve("realism.csv")).contains("FC correlation"));
    String longRun = Files.readString(out.resolve("long_run.csv"));
    assertTrue(longRun.contains("recording,") && longRun.contains("with its noise"), longRun);
  }
}
