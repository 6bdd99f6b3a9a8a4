package org.braindyn.command;

import static org.braindyn.command.Commands.refuses;
import static org.braindyn.command.Commands.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.process.FloatProcessor;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.braindyn.command.ask.Perturb;
import org.braindyn.command.graph.BuildGraph;
import org.braindyn.command.models.Forecast;
import org.braindyn.command.models.Train;
import org.braindyn.command.open.Save;
import org.braindyn.command.regions.Parcellate;
import org.braindyn.data.BadInput;
import org.braindyn.data.Grid;
import org.braindyn.data.Labels3D;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.fiji.images.LabelImage;
import org.braindyn.fiji.images.MapImage;
import org.braindyn.fiji.images.SignalsImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.command.CommandModule;

/**
 * What goes wrong in a user's hands ends in a sentence that names it, and leaves nothing behind.
 */
class CommandErrorsTest {
  @TempDir Path folder;

  private static ImagePlus signals(int regions, int frames, String prefix) {
    Seed.Stream random = Seed.of(3).stream("signals");
    double[][] values = new double[regions][frames];
    for (double[] row : values) {
      for (int t = 1; t < frames; t++) {
        row[t] = 0.8 * row[t - 1] + random.gaussian();
      }
    }
    return SignalsImage.image(
        new RegionSignals(Regions.numbered(prefix, regions), values, 2, "recording"), "recording");
  }

  private static ImagePlus scan(int nx, double spacing, float fill) {
    float[][] frames = new float[6][nx * 3 * 2];
    for (int t = 0; t < frames.length; t++) {
      for (int i = 0; i < frames[t].length; i++) {
        frames[t][i] = fill + t * i;
      }
    }
    ImagePlus image =
        MapImage.image(Grid.spaced(nx, 3, 2, spacing, spacing, spacing), frames, 2, "scan");
    return image;
  }

  private static ImagePlus labels(int... values) {
    int[] all = new int[4 * 3 * 2];
    System.arraycopy(values, 0, all, 0, values.length);
    return LabelImage.image(new Labels3D(Grid.spaced(4, 3, 2, 2, 2, 2), all, "labels"), null);
  }

  private File model(ImagePlus signals) throws Throwable {
    File file = folder.resolve("model.npz").toFile();
    run(
        Train.class,
        "signals",
        signals,
        "model",
        file,
        "variant",
        "continuous",
        "epochs",
        1,
        "context",
        8,
        "horizon",
        3);
    return file;
  }

  @Test
  void gridsThatDifferArePrintedBothWithTheRemedy() {
    refuses(
        List.of("5 x 3 x 2", "4 x 3 x 2", "resample"),
        Parcellate.class,
        "scan",
        scan(5, 2, 1),
        "labels",
        labels(1, 2));
    double[][] moved = {{2, 0, 0, 6}, {0, 2, 0, 0}, {0, 0, 2, 0}};
    double[][] origin = {{2, 0, 0, 0}, {0, 2, 0, 0}, {0, 0, 2, 0}};
    Grid a = new Grid(new int[] {4, 3, 2}, origin, Grid.AffineSource.SFORM);
    Grid b = new Grid(new int[] {4, 3, 2}, moved, Grid.AffineSource.SFORM);
    int[] ones = new int[24];
    java.util.Arrays.fill(ones, 1);
    refuses(
        List.of("2.0000 0.0000 0.0000 6.0000", "resampl"),
        Parcellate.class,
        "scan",
        MapImage.image(a, new float[3][24], 2, "scan"),
        "labels",
        LabelImage.image(new Labels3D(b, ones, "labels"), null));
  }

  @Test
  void labelsWithoutARegionAndFractionsAreRefused() {
    refuses(
        List.of("every voxel is 0"), Parcellate.class, "scan", scan(4, 2, 1), "labels", labels());
    FloatProcessor half = new FloatProcessor(4, 6, new double[24]);
    half.setf(5, 0.5f);
    refuses(
        List.of("0.5", "whole numbers"),
        Parcellate.class,
        "scan",
        scan(4, 2, 1),
        "labels",
        new ImagePlus("half", half));
  }

  @Test
  void neitherImageNorFileOrBothIsRefused() {
    refuses(List.of("Neither scan", "scanfile"), Parcellate.class, "labels", labels(1));
    refuses(
        List.of("Both"),
        Parcellate.class,
        "scan",
        scan(4, 2, 1),
        "scanfile",
        new File("x.nii"),
        "labels",
        labels(1));
  }

  @Test
  void nanVoxelsAndConstantRegionsAreReported() throws Throwable {
    ImagePlus scan = scan(4, 2, 1);
    scan.getStack().getProcessor(1).setf(1, 0, Float.NaN); // voxel 1, frame 0
    CommandModule cut = run(Parcellate.class, "scan", scan, "labels", labels(1, 1, 2, 2));
    ResultsTable table = (ResultsTable) cut.getOutput("table");
    assertEquals(1, table.getValue("nan_voxels", 0));
    assertEquals(1, table.getValue("voxels_used", 0));
    assertEquals("yes", table.getStringValue("constant", 0), "voxel 0 never changes");
    assertEquals("no", table.getStringValue("constant", 1));
    refuses(
        List.of("NaN"),
        Parcellate.class,
        "scan",
        scan,
        "labels",
        labels(1, 1, 2, 2),
        "nans",
        "error");
  }

  @Test
  void shortRecordingsNameTheirFramesAndTheNeed() {
    refuses(
        List.of("recording has 40 frames", "30 + 10"),
        Train.class,
        "signals",
        signals(3, 40, "R"),
        "model",
        folder.resolve("m.npz").toFile());
  }

  @Test
  void rangesAndChoicesAreChecked() {
    refuses(
        List.of("epochs=0", "at least 1"),
        Train.class,
        "signals",
        signals(3, 99, "R"),
        "epochs",
        0,
        "model",
        folder.resolve("m.npz").toFile());
    refuses(
        List.of("variant=best", "released, continuous"),
        Train.class,
        "signals",
        signals(3, 99, "R"),
        "variant",
        "best",
        "model",
        folder.resolve("m.npz").toFile());
    refuses(
        List.of("threshold=-1.5", "at least 0"),
        BuildGraph.class,
        "signals",
        signals(3, 99, "R"),
        "threshold",
        -1.5);
  }

  @Test
  void anUnwritableModelFileIsNamedAndNothingIsLeft() throws Exception {
    File file = folder.resolve("no/such/folder/m.npz").toFile();
    refuses(
        List.of(file.getPath(), "folder does not exist"),
        Train.class,
        "signals",
        signals(3, 60, "R"),
        "model",
        file,
        "epochs",
        1,
        "context",
        8,
        "horizon",
        3);
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(0, left.count());
    }
  }

  @Test
  void aModelOfOtherRegionsIsRefused() throws Throwable {
    File model = model(signals(3, 60, "R"));
    refuses(
        List.of("trained on 3 regions", "has 4"),
        Forecast.class,
        "signals",
        signals(4, 60, "R"),
        "model",
        model);
    refuses(
        List.of("\"R 1\"", "\"Q 1\""),
        Forecast.class,
        "signals",
        signals(3, 60, "Q"),
        "model",
        model);
    refuses(
        List.of("no region named \"Z\"", "R 1, R 2, R 3"),
        Perturb.class,
        "signals",
        signals(3, 60, "R"),
        "model",
        model,
        "region",
        "Z");
    refuses(
        List.of("size", "0"),
        Perturb.class,
        "signals",
        signals(3, 60, "R"),
        "model",
        model,
        "size",
        0.0);
  }

  @Test
  void aMissingOrDamagedModelIsNamed() throws Exception {
    refuses(
        List.of("nothing.npz", "no such file"),
        Forecast.class,
        "signals",
        signals(3, 60, "R"),
        "model",
        folder.resolve("nothing.npz").toFile());
    Path text = Files.writeString(folder.resolve("text.npz"), "hello");
    BadInput error =
        assertThrows(
            BadInput.class,
            () -> run(Forecast.class, "signals", signals(3, 60, "R"), "model", text.toFile()));
    assertTrue(error.getMessage().contains("text.npz"), error.getMessage());
  }

  @Test
  void unknownEndingsAreRefusedWithoutAFile() {
    File file = folder.resolve("map.xyz").toFile();
    refuses(List.of("map.xyz", ".nii"), Save.class, "image", scan(4, 2, 1), "file", file);
    assertFalse(file.exists());
  }

  @Test
  void theSameSeedGivesTheSameFileByteForByte() throws Throwable {
    byte[] first = Files.readAllBytes(model(signals(3, 60, "R")).toPath());
    Files.delete(folder.resolve("model.npz"));
    byte[] second = Files.readAllBytes(model(signals(3, 60, "R")).toPath());
    org.junit.jupiter.api.Assertions.assertArrayEquals(first, second);
  }
}
