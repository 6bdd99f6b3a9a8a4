package org.braindyn.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The macro that fills gaps, on the packaged jar. */
class FillIT {
  @TempDir Path folder;

  @Test
  void macroFillsMarksAndScores() throws Exception {
    PlainImageJ imagej = new PlainImageJ(Files.createDirectories(folder.resolve("imagej")));
    Path out = Files.createDirectories(folder.resolve("out"));
    PlainImageJ.Result macro = imagej.macro(Path.of("macros/fill.ijm"), out.toString(), 120);
    assertTrue(macro.output().contains("BrainDyn fill done"), macro.output());
    assertTrue(macro.output().contains("values hidden on purpose"), macro.output());
    List<String> score = Files.readAllLines(out.resolve("score.csv"));
    assertTrue(score.get(0).startsWith("Where,Hidden values,R2 own moments,"), score.get(0));
    List<String> signals = Files.readAllLines(out.resolve("filled.csv"));
    int regions = signals.get(0).split(",").length - 1;
    double masked = 0;
    for (String line : Files.readAllLines(out.resolve("mask.csv")).subList(1, signals.size())) {
      String[] cells = line.split(",");
      for (int r = 1; r < cells.length; r++) {
        masked += Double.parseDouble(cells[r]);
      }
    }
    assertEquals(19 * regions, masked, 0, "nineteen frames");
    List<String> marks = Files.readAllLines(out.resolve("filled.csv.filled"));
    assertEquals("0-" + (regions - 1) + " | 12,20-21,33,47-49,60-67,80,95-96,110", marks.get(1));
    assertEquals(marks, Files.readAllLines(out.resolve("again.csv.filled")), "through TIFF");
    for (String file : new String[] {"score.png", "score.nii.gz", "filled.tif"}) {
      assertTrue(Files.size(out.resolve(file)) > 100, file);
    }
  }
}
