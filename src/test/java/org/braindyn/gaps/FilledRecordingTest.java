package org.braindyn.gaps;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.api.Signals;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.data.text.CellMarks;
import org.braindyn.data.text.FrameRanges;
import org.braindyn.imputation.FillGaps;
import org.braindyn.imputation.FillMethod;
import org.braindyn.imputation.FillSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is missing, what is marked, and how rivals are judged. */
class FilledRecordingTest {
  private static final int FRAMES = 120;

  @TempDir Path folder;

  private static RegionSignals recording() {
    Seed.Stream random = Seed.of(1).stream("course");
    double[][] values = new double[3][FRAMES];
    double course = 0;
    for (int t = 0; t < FRAMES; t++) {
      course = 0.9 * course + random.gaussian();
      for (double[] row : values) {
        row[t] = course + 0.4 * random.gaussian();
      }
    }
    return new RegionSignals(Regions.named(List.of("A", "B", "C")), values, 2, "run");
  }

  private static FilledRecording fill(RegionSignals recording, boolean[][] missing) {
    return FilledRecording.of(recording, missing, null, FillSettings.defaults(), Progress.NONE);
  }

  @Test
  void allMethodsAreAskedForTheSameHiddenValues() {
    RegionSignals run = recording();
    boolean[][] missing = new MissingCells("", "10-12, 50", null, 0).of(run);
    List<Rival> rivals = fill(run, missing).rivals();
    assertEquals(
        List.of(FillMethod.OWN, FillMethod.INTERPOLATION, FillMethod.MEAN),
        rivals.stream().map(Rival::method).toList());
    for (Rival rival : rivals) {
      assertTrue(
          java.util.Arrays.deepEquals(rivals.get(0).score().hidden(), rival.score().hidden()));
    }
    // The engine reports lines in time beside each method: two ways to the same number.
    assertEquals(
        rivals.get(0).score().interpolation().r2(), rivals.get(1).score().all().r2(), 1e-12);
    List<List<String>> rows = FillTable.rows(rivals, run.regions());
    assertEquals(FillTable.columns(rivals).size(), rows.get(0).size());
    long inGaps = 0;
    long inRegions = 0;
    for (List<String> row : rows) {
      inGaps += row.get(0).startsWith("gaps of") ? Long.parseLong(row.get(1)) : 0;
      inRegions += row.get(0).length() == 1 ? Long.parseLong(row.get(1)) : 0;
    }
    assertEquals(Long.parseLong(rows.get(0).get(1)), inGaps);
    assertEquals(inGaps, inRegions);
  }

  @Test
  void anEstimateDoesNotServeAsData() {
    RegionSignals run = recording();
    boolean[][] missing = new MissingCells("", "10-12", null, 0).of(run);
    RegionSignals first = fill(run, missing).signals();
    double[][] spoilt =
        java.util.Arrays.stream(first.values()).map(double[]::clone).toArray(double[][]::new);
    spoilt[1][11] = 1e6;
    RegionSignals again =
        new FillGaps(FillSettings.defaults(), null)
            .fill(first.withCells(spoilt), null, Progress.NONE)
            .signals();
    for (int r = 0; r < 3; r++) {
      assertArrayEquals(first.values()[r], again.values()[r], 1e-12);
      assertArrayEquals(missing[r], again.filled()[r]);
    }
  }

  @Test
  void theFrontDoorKeepsTheMarks() throws Exception {
    RegionSignals run = recording();
    run.values()[1][30] = Double.NaN;
    Signals filled = Signals.of(run.values(), 2, "A", "B", "C").fillGaps().signals();
    assertTrue(filled.data().filled()[1][30]);
    Path file = folder.resolve("filled.csv");
    filled.write(file.toString());
    assertTrue(Signals.open(file.toString()).data().filled()[1][30], "in the file");
  }

  @Test
  void tablesOfScrubbedFramesAndOfMotion() throws Exception {
    StringBuilder scrubbed = new StringBuilder("frame\tscrubbed\n");
    StringBuilder motion = new StringBuilder("framewise_displacement\n");
    for (int t = 0; t < FRAMES; t++) {
      scrubbed.append(t).append(t == 7 ? "\tyes\n" : "\tno\n");
      motion.append(t == 9 ? "0.8\n" : "0.1\n");
    }
    Path first = Files.writeString(folder.resolve("motion.tsv"), scrubbed);
    boolean[][] cells = new MissingCells("C", "", first, 0.5).of(recording());
    assertTrue(cells[0][7] && !cells[0][9] && cells[2][9], "a region and a frame");
    Path second = Files.writeString(folder.resolve("confounds.tsv"), motion);
    cells = new MissingCells("", "", second, 0.5).of(recording());
    assertTrue(cells[0][9] && !cells[0][7]);
    Path odd = Files.writeString(folder.resolve("odd.tsv"), "frame\tscrubbed\n0\tmaybe\n");
    MissingCells wanted = new MissingCells("", "", odd, 0.5);
    String said = assertThrows(BadInput.class, () -> wanted.of(recording())).getMessage();
    assertTrue(said.contains("says \"maybe\" for frame 0"), said);
  }

  @Test
  void rangesAndMarksAsText() {
    boolean[] marks = FrameRanges.parse(" 3 - 5, 9 0", 10, "frames");
    assertEquals("0,3-5,9", FrameRanges.of(marks));
    for (String wrong : new String[] {"5-3", "10", "-1", "a"}) {
      assertThrows(BadInput.class, () -> FrameRanges.parse(wrong, 10, "frames"), wrong);
    }
    Seed.Stream random = Seed.of(2).stream("marks");
    boolean[][] cells = new boolean[7][40];
    for (boolean[] row : cells) {
      for (int t = 0; t < row.length; t++) {
        row[t] = random.gaussian() > 0.5;
      }
    }
    cells[3] = cells[1].clone();
    List<String> lines = CellMarks.lines(cells);
    assertEquals(6, lines.size(), "equal rows in one line");
    assertTrue(java.util.Arrays.deepEquals(cells, CellMarks.parse(lines, 7, 40, "x")));
  }
}
