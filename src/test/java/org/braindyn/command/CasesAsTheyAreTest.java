package org.braindyn.command;

import static org.braindyn.command.Commands.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.File;
import org.braindyn.command.graph.BuildGraph;
import org.braindyn.command.open.ImportSignals;
import org.braindyn.command.open.OpenScan;
import org.braindyn.command.regions.PaintRegions;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.io.door.SharedData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.scijava.command.CommandModule;

/** Files after public bug reports, loaded as they are by the commands that users run. */
@Tag("real-data")
class CasesAsTheyAreTest {
  private static File of(String name) {
    return SharedData.caseFile(name).toFile();
  }

  private static ImagePlus signals(String name) throws Throwable {
    return (ImagePlus) run(ImportSignals.class, "file", of(name)).getOutput("signals");
  }

  @Test
  void valuesOfATableWithoutAuditoryCortexLieWhereTheyBelong() throws Throwable {
    ImagePlus labels =
        (ImagePlus)
            run(OpenScan.class, "file", of("01-paint-by-position/atlas.nii.gz")).getOutput("image");
    for (String table : new String[] {"signals.csv", "signals_values.csv"}) {
      ImagePlus signals = signals("01-paint-by-position/" + table);
      assertEquals(150, signals.getWidth(), table);
      CommandModule painted =
          run(
              PaintRegions.class,
              "signals",
              signals,
              "labels",
              labels,
              "names",
              of("01-paint-by-position/atlas.tsv"));
      assertPainted(signals, labels, (ImagePlus) painted.getOutput("map"));
    }
  }

  /** Rows are labels 1, 2, 4, 5, 6; frame 20 is none of zeros. */
  private static void assertPainted(ImagePlus signals, ImagePlus labels, ImagePlus map) {
    int[] rowOf = {-1, 0, 1, -1, 2, 3, 4};
    boolean[] seen = new boolean[7];
    int slices = labels.getStackSize();
    for (int z = 1; z <= slices; z++) {
      for (int v = 0; v < labels.getWidth() * labels.getHeight(); v++) {
        int label = (int) labels.getStack().getProcessor(z).getf(v);
        float got = map.getStack().getProcessor(20 * slices + z).getf(v);
        float wanted = rowOf[label] < 0 ? 0 : signals.getProcessor().getf(20, rowOf[label]);
        assertEquals(wanted, got, 1e-6, "label " + label);
        seen[label] = true;
      }
    }
    assertTrue(seen[3] && seen[4] && seen[6]);
  }

  @Test
  void oneMissingFrameKeepsItsEdges() throws Throwable {
    ImagePlus signals = signals("17-one-missing-frame/nan.csv");
    ImagePlus whole = signals("18-density-directed/var6.csv");
    for (String method : new String[] {"correlation", "partial correlation", "Granger causality"}) {
      CommandModule done =
          run(BuildGraph.class, "signals", signals, "method", method, "density", 0.4);
      CommandModule full =
          run(BuildGraph.class, "signals", whole, "method", method, "density", 0.4);
      String notes = (String) done.getOutput("notes");
      assertTrue(notes.contains("1 of 6 regions"), notes);
      ImagePlus graph = (ImagePlus) done.getOutput("graph");
      ImagePlus other = (ImagePlus) full.getOutput("graph");
      for (int i = 0; i < 36; i++) {
        assertEquals(other.getProcessor().getf(i), graph.getProcessor().getf(i), 0.08, method + i);
      }
    }
  }

  @Test
  void symmetricScoresGiveSymmetricGraphs() throws Throwable {
    ImagePlus signals = signals("18-density-directed/var6.csv");
    for (String method : new String[] {"correlation", "partial correlation"}) {
      ImagePlus graph =
          (ImagePlus)
              run(BuildGraph.class, "signals", signals, "method", method, "density", 0.3)
                  .getOutput("graph");
      int edges = 0;
      for (int i = 0; i < 6; i++) {
        for (int j = 0; j < 6; j++) {
          assertEquals(graph.getProcessor().getf(i, j), graph.getProcessor().getf(j, i), 0);
          edges += graph.getProcessor().getf(i, j) != 0 ? 1 : 0;
        }
      }
      assertEquals(10, edges, method);
    }
  }

  @Test
  void aClockThatRestartsIsNamedAndChosen() throws Throwable {
    File file = of("19-clock-restarts/back.csv");
    Commands.refuses("starts again at row 51", ImportSignals.class, "file", file);
    ImagePlus second =
        (ImagePlus) run(ImportSignals.class, "file", file, "run", 2).getOutput("signals");
    assertEquals(50, second.getWidth());
    assertEquals(2, SignalsImage.signals(second).interval());
  }

  @Test
  void aShortRecordingIsToldWhatHelps() throws Throwable {
    ImagePlus two = signals("20-short-recording/two.csv");
    String said = Commands.refusal(BuildGraph.class, "signals", two);
    assertTrue(said.contains("context=0") && !said.contains("horizon"), said);
    CommandModule done = run(BuildGraph.class, "signals", two, "context", 0, "share", 1);
    assertTrue(((ResultsTable) done.getOutput("table")).size() >= 0);
  }
}
