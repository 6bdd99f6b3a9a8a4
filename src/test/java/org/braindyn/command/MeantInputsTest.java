package org.braindyn.command;

import static org.braindyn.command.Commands.refuses;
import static org.braindyn.command.Commands.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import org.braindyn.command.graph.BuildGraph;
import org.braindyn.command.graph.InferWiring;
import org.braindyn.command.open.ImportSignals;
import org.braindyn.command.open.OpenScan;
import org.braindyn.command.open.Save;
import org.braindyn.command.regions.MakeLabels;
import org.braindyn.command.regions.PaintRegions;
import org.braindyn.command.samples.SimulateSpikes;
import org.braindyn.command.signals.CarpetPlot;
import org.braindyn.command.signals.CleanSignals;
import org.braindyn.data.Grid;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Region;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.fiji.images.LabelImage;
import org.braindyn.fiji.images.MatrixImage;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.io.arrays.Npy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.command.CommandModule;

/** What a user gave is used or refused, never passed over in silence. */
class MeantInputsTest {
  private static final Regions NAMES =
      new Regions(List.of(new Region(3, "Gyrus, left", 2, null), new Region(9, "Pons", 2, null)));

  @TempDir Path folder;

  private static ImagePlus signals() {
    double[][] values = new double[2][40];
    for (int t = 0; t < 40; t++) {
      values[0][t] = Math.sin(t);
      values[1][t] = Math.cos(0.3 * t) + 0.01 * t * t;
    }
    return SignalsImage.image(new RegionSignals(NAMES, values, 2, "recording"), "recording");
  }

  private static ImagePlus graph(Regions regions) {
    return MatrixImage.image(new double[][] {{0, 0.5}, {-0.25, 0}}, regions, "wiring");
  }

  private File existing(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text).toFile();
  }

  @Test
  void imagesOfAnotherKindAreNoSignals() {
    refuses("it is a graph", CarpetPlot.class, "signals", graph(NAMES));
    ImagePlus colours = new ImagePlus("photo", new ColorProcessor(5, 5));
    refuses("it is a colour image", CarpetPlot.class, "signals", colours);
  }

  @Test
  void graphsOfOtherRegionsAreRefusedByName() {
    ImagePlus swapped = graph(new Regions(List.of(NAMES.get(1), NAMES.get(0))));
    refuses("its region 1 is \"Pons\"", InferWiring.class, "signals", signals(), "wiring", swapped);
    ImagePlus numbered = graph(Regions.numbered("Region", 2));
    assertEquals(0.5, MatrixImage.matrix(numbered, NAMES)[0][1]);
  }

  @Test
  void parametersOfWhatIsNotGivenAreRefused() throws Exception {
    refuses("Add confounds=", CleanSignals.class, "signals", signals(), "columns", "csf");
    File motion = existing("motion.par", "0 0 0 0 0 0\n");
    refuses("Add displacement=", CleanSignals.class, "signals", signals(), "motion", motion);
    refuses("displacement=0 scrubs none", CleanSignals.class, "signals", signals(), "censor", true);
    ImagePlus labels = labels(3, 9);
    refuses(
        "table=[a file]",
        PaintRegions.class,
        "signals",
        signals(),
        "labels",
        labels,
        "column",
        "mean");
    File table = existing("a.csv", "A,B\n1,2\n2,3\n3,5\n");
    refuses("without variables", ImportSignals.class, "file", table, "variable", "tc");
    refuses("after the end", SimulateSpikes.class, "neurons", 20, "onset", 5.0, "duration", 2.0);
  }

  @Test
  void whatIsMissingOrEmptyIsSaid() throws Throwable {
    File nothing = folder.resolve("nothing.mat").toFile();
    refuses("There is no file", ImportSignals.class, "file", nothing);
    CommandModule empty =
        run(BuildGraph.class, "signals", signals(), "context", 10, "threshold", 5.0);
    assertTrue(((String) empty.getOutput("notes")).startsWith("0 edges of 2 regions"));
    CommandModule cleaned = run(CleanSignals.class, "signals", signals(), "low", 0.01);
    String steps = (String) cleaned.getOutput("steps");
    assertTrue(steps.contains("High-pass 0.01 Hz"), steps);
  }

  @Test
  void numbersMustBeFinite() {
    refuses("It must be a number", MakeLabels.class, "scan", signals(), "least", Double.NaN);
    refuses("out of range", MakeLabels.class, "scan", signals(), "least", Double.POSITIVE_INFINITY);
  }

  @Test
  void paintingOntoAnotherParcellationIsSaid() throws Throwable {
    CommandModule right = run(PaintRegions.class, "signals", signals(), "labels", labels(3, 9));
    assertEquals("", right.getOutput("notes"));
    CommandModule wrong = run(PaintRegions.class, "signals", signals(), "labels", labels(3, 4));
    String notes = (String) wrong.getOutput("notes");
    assertTrue(notes.startsWith("Warning: 1 of 2 regions") && notes.contains("Pons"), notes);
  }

  @Test
  void labelsTakeTheNamesBesideThem() throws Throwable {
    File file = folder.resolve("atlas.nii.gz").toFile();
    run(Save.class, "image", labels(3, 9), "file", file);
    existing("atlas.tsv", "index\tname\n3\tGyrus, left\n9\tPons\n");
    CommandModule opened = run(OpenScan.class, "file", file, "labels", true);
    Regions regions = LabelImage.regions((ImagePlus) opened.getOutput("image"));
    assertEquals(NAMES.names(), regions.names());
  }

  @Test
  void picturesAreReadableByAllWhoMayReadTheFolder() throws Throwable {
    Path tiff = folder.resolve("signals.tif");
    Path table = folder.resolve("signals.csv");
    run(Save.class, "image", signals(), "file", tiff.toFile());
    run(Save.class, "image", signals(), "file", table.toFile());
    if (Files.getFileStore(tiff).supportsFileAttributeView("posix")) {
      assertEquals(
          Files.getPosixFilePermissions(table).contains(PosixFilePermission.GROUP_READ),
          Files.getPosixFilePermissions(tiff).contains(PosixFilePermission.GROUP_READ));
    }
    try (var files = Files.list(folder)) {
      assertEquals(2, files.count());
    }
  }

  @Test
  void graphsAreSavedAsMatrices() throws Throwable {
    Path file = folder.resolve("graph.npy");
    run(Save.class, "image", graph(NAMES), "file", file.toFile());
    assertEquals(
        List.of(0.0, 0.5, -0.25, 0.0),
        java.util.Arrays.stream(Npy.read(file).numbers()).boxed().toList());
  }

  private static ImagePlus labels(int a, int b) {
    int[] values = {a, a, b, b};
    return LabelImage.image(new Labels3D(Grid.spaced(2, 2, 1, 2, 2, 2), values, "atlas"), null);
  }
}
