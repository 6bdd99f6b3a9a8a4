package org.braindyn.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.data.Volume4D;
import org.braindyn.io.nifti.Nifti;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** macros/people.ijm, then macros/model.ijm with its model, on the packaged jar, headless. */
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
    asksTheModel(imagej, out);
  }

  /** The model of many people goes through every command that takes a model. */
  private static void asksTheModel(PlainImageJ imagej, Path made) throws Exception {
    Path out = made.resolve("asked");
    String arguments =
        made.resolve("people.npz")
            + "|"
            + made.resolve("signals/sub-08_task-rest_bold_signals.tsv")
            + "|"
            + made.resolve("scans/phantom_labels.nii.gz")
            + "|"
            + out;
    PlainImageJ.Result macro = imagej.macro(Path.of("macros/model.ijm"), arguments, 120);
    assertTrue(macro.output().contains("BrainDyn model done"), macro.output());
    assertTrue(macro.output().contains("trained on 5 people (01, 02, 03, 04, ...)"), "training");
    assertTrue(macro.output().contains("is not among the recordings"), "nor has it met the person");
    assertEquals(13, Files.readAllLines(out.resolve("forecast.csv")).size());
    assertEquals(13, Files.readAllLines(out.resolve("effect.csv")).size());
    assertEquals(13, Files.readAllLines(out.resolve("hubs.csv")).size());
    assertTrue(Files.readString(out.resolve("realism.csv")).contains("FC correlation"));
    try (Volume4D.FrameReader scan = Nifti.open(out.resolve("generated.nii.gz")).open()) {
      double[] frame = new double[24 * 28 * 20];
      for (int t = 0; t < 300; t++) {
        scan.next(frame);
      }
      assertTrue(java.util.Arrays.stream(frame).anyMatch(v -> v > 100), "in the scan's unit");
    }
    for (String file : List.of("connectivity.png", "links.png", "effect_map.nii.gz")) {
      assertTrue(Files.size(out.resolve(file)) > 1000, file);
    }
  }

  /** Mean squared error in the first row. */
  private static double mse(Path table) throws Exception {
    return Double.parseDouble(Files.readAllLines(table).get(1).split(",")[1]);
  }
}
