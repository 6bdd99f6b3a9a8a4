package org.braindyn.command;

import static org.braindyn.command.Commands.refuses;
import static org.braindyn.command.Commands.run;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Plot;
import ij.measure.ResultsTable;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.command.models.Train;
import org.braindyn.command.open.ImportSignals;
import org.braindyn.command.open.Save;
import org.braindyn.command.signals.CleanSignals;
import org.braindyn.command.signals.FillGaps;
import org.braindyn.data.Grid;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Progress;
import org.braindyn.data.Region;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.fiji.images.LabelImage;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.io.tables.TimeSeriesWriter;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.training.TrainingWatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.command.CommandModule;

/** Fill Gaps: what it fills, marks, scores and refuses. */
class FillGapsCommandTest {
  private static final List<String> NAMES = List.of("A", "B", "C", "D");

  @TempDir Path folder;

  private static Regions regions(List<String> names) {
    List<Region> regions = new ArrayList<>();
    for (String name : names) {
      regions.add(Region.named(10 * (regions.size() + 1), name));
    }
    return new Regions(regions);
  }

  /** Regions that follow one slow course, so that the others tell of a missing one. */
  private static RegionSignals recording(List<String> names, int frames, long seed) {
    Seed.Stream random = Seed.of(seed).stream("course");
    double[][] values = new double[names.size()][frames];
    double common = 0;
    for (int t = 0; t < frames; t++) {
      common = 0.9 * common + random.gaussian();
      for (double[] row : values) {
        row[t] = 100 + common + 0.3 * random.gaussian();
      }
    }
    return new RegionSignals(regions(names), values, 2, "run " + seed);
  }

  private static ImagePlus image() {
    return SignalsImage.image(recording(NAMES, 200, 1), "run");
  }

  private Path group(List<String> names, int people) throws Exception {
    Path group = Files.createDirectories(folder.resolve("group"));
    for (int p = 0; p < people; p++) {
      TimeSeriesWriter.write(
          group.resolve("person" + p + ".csv"), recording(names, 150, 10 + p), 0);
    }
    return group;
  }

  /** A masked model of other people fills; its linear answer stands beside it in the table. */
  @Test
  void aTrainedModelFillsBesideItsLinearAnswer() throws Throwable {
    ModelKind kind = ModelKinds.named("masked");
    File file = folder.resolve("masked.npz").toFile();
    List<RegionSignals> people = List.of(recording(NAMES, 150, 11), recording(NAMES, 150, 12));
    try (TrainedModel model =
        kind.train(
            TrainingSplit.all(people, 15, 5),
            null,
            KindSettings.defaults(kind).with("epochs=2; width=8; depth=1; windows=16"),
            TrainingWatch.of(Progress.NONE))) {
      model.write(file.toPath());
    }
    CommandModule made =
        run(
            FillGaps.class,
            "signals",
            image(),
            "frames",
            "20-22, 60",
            "method",
            "model",
            "model",
            file);
    ResultsTable table = (ResultsTable) made.getOutput("table");
    List<String> columns = List.of(table.getHeadings());
    assertTrue(columns.contains("R2 trained model"), columns.toString());
    assertTrue(columns.contains("R2 own and group moments"), columns.toString());
    assertTrue(made.getOutput("notes").toString().contains("a trained model on a Kalman smoother"));
    refuses("method=model", FillGaps.class, "signals", image(), "frames", "5", "model", file);
    refuses("needs a model", FillGaps.class, "signals", image(), "frames", "5", "method", "model");
  }

  @Test
  void fillsMarksAndScores() throws Throwable {
    ImagePlus image = image();
    float kept = image.getProcessor().getf(50, 1);
    CommandModule made = run(FillGaps.class, "signals", image, "frames", "20-22, 60, 120-121");
    RegionSignals filled = SignalsImage.signals((ImagePlus) made.getOutput("filled"));
    int marked = 0;
    for (int t = 0; t < 200; t++) {
      boolean gap = t >= 20 && t <= 22 || t == 60 || t == 120 || t == 121;
      assertEquals(gap, filled.filled()[2][t], "frame " + t);
      marked += gap ? 1 : 0;
      assertTrue(Double.isFinite(filled.values()[2][t]));
    }
    assertEquals(6, marked);
    assertEquals(kept, filled.values()[1][50], 0, "what was seen stays");
    ImagePlus mask = (ImagePlus) made.getOutput("mask");
    assertEquals(1, mask.getProcessor().getf(60, 0));
    assertEquals(0, mask.getProcessor().getf(61, 0));
    ResultsTable table = (ResultsTable) made.getOutput("table");
    assertEquals("all", table.getStringValue("Where", 0));
    assertEquals(1 + 3 + 4, table.size(), "all, gaps of 1, 2 and 3-5, four regions");
    double own = table.getValue("R2 own moments", 0);
    assertTrue(own > table.getValue("R2 time interpolation", 0), "R2 " + own);
    assertTrue(own > 0.3, "R2 " + own);
    assertTrue(table.getValue("R2 mean", 0) < 0.1);
    assertTrue(((Plot) made.getOutput("plot")).getLimits()[3] > 1);
    assertEquals(4, ((ImagePlus) made.getOutput("connectivity")).getWidth());
    String notes = (String) made.getOutput("notes");
    assertTrue(notes.startsWith("Filled 24 of 800 values (3.0 %) with a Kalman smoother"), notes);
    assertTrue(notes.contains("time interpolation") && notes.contains("mean"), notes);
    assertNull(made.getOutput("map"));
  }

  @Test
  void marksSurviveFilesAndCleaning() throws Throwable {
    CommandModule made = run(FillGaps.class, "signals", image(), "frames", "20-22, 60");
    ImagePlus filled = (ImagePlus) made.getOutput("filled");
    boolean[][] marks = SignalsImage.signals(filled).filled();
    File tiff = folder.resolve("filled.tif").toFile();
    run(Save.class, "image", filled, "file", tiff);
    ImagePlus again = IJ.openImage(tiff.toString());
    assertArrayEquals(marks, SignalsImage.signals(again).filled(), "TIFF");
    File table = folder.resolve("filled.csv").toFile();
    run(Save.class, "image", filled, "file", table);
    ImagePlus read =
        (ImagePlus) run(ImportSignals.class, "file", table, "interval", 2.0).getOutput("signals");
    assertArrayEquals(marks, SignalsImage.signals(read).filled(), "table");
    ImagePlus cleaned =
        (ImagePlus) run(CleanSignals.class, "signals", filled, "drop", 20).getOutput("cleaned");
    RegionSignals late = SignalsImage.signals(cleaned);
    assertTrue(late.filled()[0][0] && late.filled()[0][40] && !late.filled()[0][41], "dropped 20");
    run(Save.class, "image", image(), "file", table);
    assertTrue(Files.notExists(folder.resolve("filled.csv.filled")), "old marks go");
    again.setProcessor(again.getProcessor().resize(100, 4));
    refuses("which values were filled cannot be told", FillGaps.class, "signals", again);
  }

  @Test
  void trainingTestsOnMeasuredFramesOnly() throws Throwable {
    CommandModule made = run(FillGaps.class, "signals", image(), "frames", "160-199");
    refuses(
        "an estimate is no truth to test on",
        Train.class,
        "signals",
        made.getOutput("filled"),
        "context",
        10,
        "horizon",
        3,
        "epochs",
        1,
        "model",
        folder.resolve("m.npz").toFile());
  }

  @Test
  void lostRegionComesFromTheGroupAndIsPainted() throws Throwable {
    int[] labels = new int[5 * 4 * 3];
    for (int v = 0; v < labels.length; v++) {
      labels[v] = 10 * (v % 5);
    }
    ImagePlus places =
        LabelImage.image(
            new Labels3D(Grid.spaced(5, 4, 3, 2, 2, 2), labels, "atlas"), regions(NAMES));
    CommandModule made =
        run(
            FillGaps.class,
            "signals",
            image(),
            "regions",
            "B",
            "group",
            group(NAMES, 3).toFile(),
            "labels",
            places);
    RegionSignals filled = SignalsImage.signals((ImagePlus) made.getOutput("filled"));
    assertTrue(filled.filled()[1][7] && !filled.filled()[0][7]);
    ResultsTable table = (ResultsTable) made.getOutput("table");
    assertTrue(table.getValue("R2 own and group moments", 0) > 0.5, "another region was hidden");
    ImagePlus map = (ImagePlus) made.getOutput("map");
    assertTrue(Float.isNaN(map.getStack().getProcessor(1).getf(2, 0)), "B itself has no truth");
    String notes = (String) made.getOutput("notes");
    assertTrue(notes.contains("3 recordings of group"), notes);
    assertTrue(notes.contains("B: never seen or constant; mean and scale are guessed"), notes);
  }

  @Test
  void theRecordingItselfDoesNotTellOfItsOwnGaps() throws Throwable {
    Path group = group(NAMES, 1);
    TimeSeriesWriter.write(group.resolve("own.csv"), recording(NAMES, 200, 1), 0);
    CommandModule made =
        run(FillGaps.class, "signals", image(), "frames", "9-11", "group", group.toFile());
    String notes = (String) made.getOutput("notes");
    assertTrue(notes.contains("own.csv is the recording itself: not in the group."), notes);
    Files.delete(group.resolve("person0.csv"));
    refuses(
        "holds no other recording",
        FillGaps.class,
        "signals",
        image(),
        "frames",
        "9-11",
        "group",
        group.toFile());
  }

  @Test
  void saysWhatIsWrong() throws Throwable {
    refuses("has no missing value", FillGaps.class, "signals", image());
    refuses("every value is missing", FillGaps.class, "signals", image(), "regions", "A,B,C,D");
    ImagePlus one = SignalsImage.image(recording(NAMES, 1, 1), "one");
    refuses("has one frame", FillGaps.class, "signals", one, "regions", "A");
    refuses("no region named", FillGaps.class, "signals", image(), "regions", "Nowhere");
    refuses("300 is out of range", FillGaps.class, "signals", image(), "frames", "300");
    refuses("no number or range", FillGaps.class, "signals", image(), "frames", "late");
    RegionSignals flat = recording(NAMES, 200, 1);
    java.util.Arrays.fill(flat.values()[3], 5);
    ImagePlus constant = SignalsImage.image(flat, "flat");
    refuses(
        List.of("never seen or constant (D)", "Give a group"),
        FillGaps.class,
        "signals",
        constant,
        "frames",
        "3");
    CommandModule left =
        run(FillGaps.class, "signals", constant, "frames", "30-32", "lost", "leave");
    RegionSignals kept = SignalsImage.signals((ImagePlus) left.getOutput("filled"));
    assertTrue(Double.isNaN(kept.values()[3][31]) && kept.values()[3][30 + 10] == 5);
    File others = group(List.of("A", "B", "C", "E"), 2).toFile();
    refuses(
        List.of("no region \"D\"", "same parcellation"),
        FillGaps.class,
        "signals",
        image(),
        "frames",
        "3",
        "group",
        others);
    refuses(
        "needs a group",
        FillGaps.class,
        "signals",
        image(),
        "frames",
        "3",
        "method",
        "group moments");
    Path table =
        Files.writeString(folder.resolve("motion.tsv"), "frame\tscrubbed\n0\tyes\n1\tno\n");
    refuses(
        List.of("has 2 frames", "same run"),
        FillGaps.class,
        "signals",
        image(),
        "motion",
        table.toFile());
  }

  @Test
  void cleaningFillsWhatItScrubbed() throws Throwable {
    StringBuilder table = new StringBuilder("trans_x\ttrans_y\ttrans_z\trot_x\trot_y\trot_z\n");
    for (int t = 0; t < 200; t++) {
      table.append(t >= 90 ? "2" : "0").append("\t0\t0\t0\t0\t0\n");
    }
    File motion = Files.writeString(folder.resolve("c.tsv"), table).toFile();
    Object[] asked = {
      "signals", image(), "motion", motion, "displacement", 0.5, "censor", true, "detrend", 1
    };
    CommandModule before = run(CleanSignals.class, asked);
    RegionSignals gaps = SignalsImage.signals((ImagePlus) before.getOutput("cleaned"));
    assertTrue(Double.isNaN(gaps.values()[0][90]), "as it was");
    Object[] filling = java.util.Arrays.copyOf(asked, asked.length + 2);
    filling[asked.length] = "fill";
    filling[asked.length + 1] = "kalman";
    CommandModule after = run(CleanSignals.class, filling);
    RegionSignals filled = SignalsImage.signals((ImagePlus) after.getOutput("cleaned"));
    assertTrue(filled.filled()[0][90] && !filled.filled()[0][91]);
    assertTrue(Double.isFinite(filled.values()[0][90]));
    assertEquals(gaps.values()[1][40], filled.values()[1][40], 0);
    assertTrue(((String) after.getOutput("steps")).contains("Kalman smoother on own moments"));
    refuses("fill are about scrubbed", CleanSignals.class, "signals", image(), "fill", "mean");
  }
}
