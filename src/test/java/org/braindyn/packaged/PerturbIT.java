package org.braindyn.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.data.Grid;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Volume4D;
import org.braindyn.io.nifti.Nifti;
import org.braindyn.io.nifti.NiftiWriter;
import org.braindyn.io.tables.TimeSeriesWriter;
import org.braindyn.models.SampleModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The perturbation macro on the packaged jar. */
class PerturbIT {
  private static final String NAMES = "label,name\n100,A_L\n200,A_R\n300,B_L\n400,B_R\n";

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

  @Test
  void manyPeopleOnAnAtlas() throws Exception {
    PlainImageJ imagej = new PlainImageJ(Files.createDirectories(folder.resolve("imagej2")));
    Path people = Files.createDirectories(folder.resolve("people"));
    for (int p = 0; p < 4; p++) {
      TimeSeriesWriter.write(
          people.resolve("person" + p + "_tc.csv"), SampleModels.recording(p, 120), 0);
    }
    Path names = Files.writeString(folder.resolve("names.csv"), NAMES);
    int[] labels = new int[5 * 4 * 3];
    for (int v = 0; v < labels.length; v++) {
      labels[v] = 100 * (v % 5);
    }
    Path atlas = folder.resolve("atlas.nii");
    NiftiWriter.writeLabels(atlas, new Labels3D(Grid.spaced(5, 4, 3, 2, 2, 2), labels, "atlas"));
    Path out = folder.resolve("map");
    String argument =
        String.join(
            "|",
            people.toString(),
            "*_tc.csv",
            "2",
            names.toString(),
            atlas.toString(),
            "A_L",
            "5",
            out.toString());
    PlainImageJ.Result macro = imagej.macro(Path.of("macros/people_map.ijm"), argument, 300);
    assertTrue(macro.output().contains("BrainDyn people map done"), macro.output());
    assertTrue(macro.output().contains("4 recordings of 4 people"), macro.output());
    List<String> effect = Files.readAllLines(out.resolve("stimulation/effect.csv"));
    assertEquals("A_L,100", effect.get(1).substring(0, 7));
    Volume4D peaks = Nifti.open(out.resolve("stimulation/peak_map.nii.gz"));
    double[] painted = new double[labels.length];
    try (Volume4D.FrameReader reader = peaks.open()) {
      reader.next(painted);
    }
    assertTrue(Double.isNaN(painted[0]), "outside of all regions");
    for (int r = 0; r < 4; r++) {
      double peak = Double.parseDouble(effect.get(r + 1).split(",")[2]);
      assertEquals(peak, painted[r + 1], 1e-6);
    }
    assertEquals(13, Files.readAllLines(out.resolve("connectivity/links.csv")).size());
  }
}
