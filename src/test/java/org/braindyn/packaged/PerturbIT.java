package org.braindyn.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The perturbation macro on the packaged jar. */
class PerturbIT {
  @TempDir Path folder;

  @Test
  void macroRunsAndItsTablesAreWhole() throws Exception {
    PlainImageJ imagej = new PlainImageJ(Files.createDirectories(folder.resolve("imagej")));
    Path out = Files.createDirectories(folder.resolve("out"));
    PlainImageJ.Result macro = imagej.macro(Path.of("macros/perturb.ijm"), out.toString(), 300);
    assertTrue(macro.output().contains("BrainDyn perturbation done"), macro.output());
    List<String> effect = Files.readAllLines(out.resolve("stimulation.csv"));
    assertEquals(9, effect.size(), "a line per region and one of names");
    assertTrue(effect.get(0).contains("q (FDR)"), effect.get(0));
    double largest = 0;
    String region = "";
    for (String line : effect.subList(1, 9)) {
      String[] cells = line.split(",");
      double peak = Math.abs(Double.parseDouble(cells[2]));
      if (peak > largest) {
        largest = peak;
        region = cells[0];
      }
    }
    assertEquals("L-Frontal-1", region, "the stimulated region answers most");
    assertEquals(2, largest, 1e-3);
    assertEquals(9, Files.readAllLines(out.resolve("hubs.csv")).size());
    List<String> links = Files.readAllLines(out.resolve("connectivity/links.csv"));
    assertEquals(57, links.size(), "every ordered pair and a header");
    for (String line : links.subList(1, 57)) {
      double q = Double.parseDouble(line.substring(line.lastIndexOf(',') + 1));
      assertTrue(q > 0 && q <= 1, line);
    }
    List<String> wiring = Files.readAllLines(out.resolve("wiring.csv"));
    assertEquals(7, wiring.size(), "six methods");
    assertTrue(wiring.stream().anyMatch(l -> l.startsWith("sheaf disagreement")));
    for (String file :
        new String[] {
          "stimulation.nii.gz",
          "peak_map.nii.gz",
          "latency_map.nii.gz",
          "people.csv",
          "painted/effect.csv",
          "painted/significant_peaks.nii.gz",
          "painted/effect_map.png",
          "connectivity/links.csv",
          "connectivity/significant_links.csv",
          "connectivity/strongest_links.png",
          "connectivity.csv",
          "truth.csv",
          "report/summary.txt",
          "report/stimulation.csv",
          "report/responses.png"
        }) {
      assertTrue(Files.size(out.resolve(file)) > 100, file);
    }
  }
}
