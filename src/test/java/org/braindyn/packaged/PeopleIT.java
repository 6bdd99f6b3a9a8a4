package org.braindyn.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** macros/people.ijm on the packaged jar, headless, in its own JVM. */
class PeopleIT {
  @TempDir Path folder;

  @Test
  void macroTrainsAcrossPeopleAndEvaluates() throws Exception {
    PlainImageJ imagej = new PlainImageJ(Files.createDirectories(folder.resolve("imagej")));
    Path out = Files.createDirectories(folder.resolve("out"));
    PlainImageJ.Result macro = imagej.macro(Path.of("macros/people.ijm"), out.toString(), 300);
    assertTrue(macro.output().contains("BrainDyn people done"), macro.output());
    assertEquals(9, Files.readAllLines(out.resolve("people_split.csv")).size());
    assertTrue(Files.readString(out.resolve("people_log.csv")).startsWith("member,epoch,"));
    assertTrue(Files.notExists(out.resolve("people.checkpoint.1")), "deleted when it is done");
    List<String> people = Files.readAllLines(out.resolve("study/by_person.csv"));
    assertEquals(9, people.size(), "everybody is tested once");
    assertEquals(
        8, people.stream().skip(1).map(line -> line.split(",")[0]).distinct().count(), "once");
    for (String picture : List.of("by_step", "by_region", "example", "spectra", "connectivity")) {
      assertTrue(Files.size(out.resolve("study/" + picture + ".png")) > 1000, picture);
    }
    assertTrue(Files.size(out.resolve("study/by_region.tif")) > 1000, "errors on the brain");
    // The saved model, tested again on the two people that its split leaves out, errs the same.
    assertEquals(mse(out.resolve("people_scores.csv")), mse(out.resolve("saved_model.csv")));
  }

  /** Mean squared error in the first row. */
  private static double mse(Path table) throws Exception {
    return Double.parseDouble(Files.readAllLines(table).get(1).split(",")[1]);
  }
}
