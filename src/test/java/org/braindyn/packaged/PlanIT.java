package org.braindyn.packaged;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The macro that plans a stimulation and replays it, on the packaged jar, headless. */
class PlanIT {
  @TempDir Path folder;

  @Test
  void macroPlansAndReplays() throws Exception {
    PlainImageJ imagej = new PlainImageJ(Files.createDirectories(folder.resolve("imagej")));
    Path out = Files.createDirectories(folder.resolve("out"));
    PlainImageJ.Result macro = imagej.macro(Path.of("macros/plan.ijm"), out.toString(), 120);
    assertTrue(macro.output().contains("BrainDyn plan done"), macro.output());
    List<String> sites = Files.readAllLines(out.resolve("plan/sites.csv"));
    assertTrue(sites.get(0).startsWith("Site,Worth,Worth low,Worth high,By "), sites.get(0));
    assertTrue(sites.size() == 1 + 10, "ten sites beside two targets");
    assertTrue(Files.readString(out.resolve("plan/plan.txt")).startsWith("step on "));
    List<String> painted = Files.readAllLines(out.resolve("painted/sites.csv"));
    assertTrue(painted.size() == 1 + 10, "two painted targets, ten sites");
    List<String> cuts = Files.readAllLines(out.resolve("cuts.csv"));
    assertTrue(cuts.size() == 1 + 10 && cuts.get(0).contains("Stopped"), cuts.get(0));
    for (String file : new String[] {"plan/plan.png", "worth.nii.gz", "foretold.nii.gz"}) {
      assertTrue(Files.size(out.resolve(file)) > 100, file);
    }
  }

  @Test
  void scriptPlansOnTheSample() throws Exception {
    PlainImageJ imagej = new PlainImageJ(Files.createDirectories(folder.resolve("imagej")));
    PlainImageJ.Result script =
        imagej.java(
            120,
            GroovyScript.class.getName(),
            Path.of("macros/plan.groovy").toAbsolutePath().toString(),
            folder.toString());
    assertTrue(
        script.output().contains("A plan for the model, not for a patient."), script.output());
  }
}
