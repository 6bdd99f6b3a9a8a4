package org.braindyn.command;

import static org.braindyn.command.Commands.refuses;
import static org.braindyn.command.Commands.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.io.RoiEncoder;
import ij.measure.ResultsTable;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.command.open.ImportSignals;
import org.braindyn.command.open.Save;
import org.braindyn.command.regions.MakeLabels;
import org.braindyn.command.regions.PaintRegions;
import org.braindyn.command.regions.Parcellate;
import org.braindyn.command.regions.ParcellateFolder;
import org.braindyn.command.regions.ShowRegions;
import org.braindyn.command.signals.CarpetPlot;
import org.braindyn.command.signals.CleanSignals;
import org.braindyn.data.Grid;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Region;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.fiji.images.LabelImage;
import org.braindyn.fiji.images.MapImage;
import org.braindyn.fiji.images.SignalsImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.command.CommandModule;

/** Commands that make, clean and paint signals: what they give and what they refuse. */
class SignalCommandsTest {
  private static final Grid GRID = Grid.spaced(4, 3, 2, 2, 2, 2);

  @TempDir Path folder;

  private static ImagePlus scan() {
    Seed.Stream random = Seed.of(4).stream("scan");
    float[][] frames = new float[30][24];
    for (float[] frame : frames) {
      float left = (float) random.gaussian();
      float right = (float) random.gaussian();
      for (int v = 0; v < 24; v++) {
        frame[v] = 100 + (v % 4 < 2 ? left : right) + 0.1f * (float) random.gaussian();
      }
    }
    return MapImage.image(GRID, frames, 2, "scan");
  }

  private static ImagePlus halves() {
    int[] labels = new int[24];
    for (int v = 0; v < 24; v++) {
      labels[v] = v % 4 < 2 ? 7 : 2001;
    }
    return LabelImage.image(
        new Labels3D(GRID, labels, "halves"),
        new Regions(List.of(Region.named(7, "left"), Region.named(2001, "right"))));
  }

  private static ImagePlus edge() {
    int[] labels = new int[24];
    for (int v = 0; v < 24; v += 4) {
      labels[v] = 7;
    }
    return LabelImage.image(new Labels3D(GRID, labels, "edge"), null);
  }

  private static ImagePlus signals() {
    double[][] values = new double[2][40];
    for (int t = 0; t < 40; t++) {
      values[0][t] = 100 + t + Math.sin(t);
      values[1][t] = 50 - t + Math.cos(t);
    }
    Regions regions = new Regions(List.of(Region.named(7, "left"), Region.named(2001, "right")));
    return SignalsImage.image(new RegionSignals(regions, values, 2, "run"), "run");
  }

  @Test
  void wardFindsTheHalvesAndTheLabelsParcellate() throws Throwable {
    CommandModule made = run(MakeLabels.class, "scan", scan(), "clusters", 2);
    ImagePlus labels = (ImagePlus) made.getOutput("labels");
    Labels3D found = LabelImage.labels(labels);
    for (int v = 0; v < 24; v++) {
      assertEquals(v % 4 < 2 ? 1 : 2, found.labels()[v]);
    }
    CommandModule cut = run(Parcellate.class, "scan", scan(), "labels", labels);
    RegionSignals signals = SignalsImage.signals((ImagePlus) cut.getOutput("signals"));
    assertEquals(2, signals.size());
    assertEquals(30, signals.frames());
  }

  @Test
  void roiFileBecomesNamedLabels() throws Throwable {
    File file = folder.resolve("soma.roi").toFile();
    RoiEncoder.save(new Roi(1, 0, 2, 3), file.getPath());
    CommandModule made = run(MakeLabels.class, "scan", scan(), "method", "ROI file", "rois", file);
    ImagePlus labels = (ImagePlus) made.getOutput("labels");
    assertEquals(List.of("soma"), LabelImage.regions(labels).names());
    assertEquals(12, LabelImage.regions(labels).get(0).voxels());
    refuses("needs rois", MakeLabels.class, "scan", scan(), "method", "ROI file");
    refuses("ROI Manager is empty", MakeLabels.class, "scan", scan(), "method", "ROI Manager");
    refuses("clusters of only 24 voxels", MakeLabels.class, "scan", scan(), "clusters", 25);
  }

  @Test
  void cleaningSaysWhatItDid() throws Throwable {
    CommandModule done =
        run(CleanSignals.class, "signals", signals(), "drop", 2, "scale", "z-score");
    RegionSignals cleaned = SignalsImage.signals((ImagePlus) done.getOutput("cleaned"));
    assertEquals(38, cleaned.frames());
    assertEquals(List.of("left", "right"), cleaned.regions().names());
    String steps = (String) done.getOutput("steps");
    assertTrue(steps.contains("polynomial of order 1") && steps.contains("sd 1"), steps);
    refuses("low", CleanSignals.class, "signals", signals(), "low", -1.0);
    refuses("below 0.2500 Hz", CleanSignals.class, "signals", signals(), "high", 0.3);
    refuses("needs motion", CleanSignals.class, "signals", signals(), "displacement", 0.5);
    File table = Files.writeString(folder.resolve("c.tsv"), "csf\n1\n2\n").toFile();
    refuses("have 2 frames", CleanSignals.class, "signals", signals(), "confounds", table);
  }

  @Test
  void tablesAndSignalsArePaintedByLabel() throws Throwable {
    File table =
        Files.writeString(folder.resolve("t.tsv"), "region\tstrength\nright\t2.5\nleft\tn/a\n")
            .toFile();
    ImagePlus map =
        (ImagePlus)
            run(PaintRegions.class, "table", table, "column", "strength", "labels", halves())
                .getOutput("map");
    assertEquals(2.5, map.getStack().getVoxel(3, 0, 0));
    assertTrue(Double.isNaN(map.getStack().getVoxel(0, 0, 0)));
    ImagePlus movie =
        (ImagePlus)
            run(PaintRegions.class, "signals", signals(), "labels", halves()).getOutput("map");
    assertEquals(40, movie.getNFrames());
    assertEquals(50 - 3 + Math.cos(3), movie.getStack().getVoxel(2, 1, 3 * 2), 1e-4);
    File times = Files.writeString(folder.resolve("s.csv"), "Time (s),right\n0,1\n2,3\n").toFile();
    ImagePlus part =
        (ImagePlus) run(PaintRegions.class, "table", times, "labels", halves()).getOutput("map");
    assertEquals(3, part.getStack().getVoxel(3, 2, 3));
    assertEquals(0, part.getStack().getVoxel(0, 0, 3));
    refuses(
        "no column \"size\"",
        PaintRegions.class,
        "table",
        table,
        "column",
        "size",
        "labels",
        halves());
    File stranger = Files.writeString(folder.resolve("x.csv"), "Time (s),up\n0,1\n").toFile();
    refuses(
        "No region of x.csv (up) is in halves",
        PaintRegions.class,
        "table",
        stranger,
        "labels",
        halves());
    refuses("Neither signals", PaintRegions.class, "labels", halves());
    ImagePlus clear =
        (ImagePlus)
            run(PaintRegions.class, "signals", signals(), "labels", edge(), "background", "NaN")
                .getOutput("map");
    assertTrue(Double.isNaN(clear.getStack().getVoxel(3, 0, 0)));
    assertEquals(100, clear.getStack().getVoxel(0, 0, 0), 1e-4);
    refuses(
        "background=x is neither",
        PaintRegions.class,
        "signals",
        signals(),
        "labels",
        edge(),
        "background",
        "x");
  }

  @Test
  void folderBatchGivesOneRowPerScan() throws Throwable {
    Path scans = Files.createDirectories(folder.resolve("scans"));
    run(Save.class, "image", scan(), "file", scans.resolve("a_bold.nii.gz").toFile());
    Files.writeString(scans.resolve("b_bold.nii.gz"), "not a scan");
    File labels = folder.resolve("halves.nii.gz").toFile();
    run(Save.class, "image", halves(), "file", labels);
    File out = folder.resolve("out").toFile();
    CommandModule done =
        run(ParcellateFolder.class, "folder", scans.toFile(), "labels", labels, "output", out);
    ResultsTable table = (ResultsTable) done.getOutput("table");
    assertEquals(2, table.size());
    assertEquals("done", table.getStringValue("status", 0));
    assertEquals("failed", table.getStringValue("status", 1));
    assertTrue(new File(out, "a_bold_signals.tsv").isFile());
    assertFalse(new File(out, "b_bold_signals.tsv").exists());
    refuses("Give either folder", ParcellateFolder.class, "labels", labels, "output", out);
    refuses(
        "clean is off",
        ParcellateFolder.class,
        "folder",
        scans.toFile(),
        "labels",
        labels,
        "output",
        out,
        "low",
        0.01);
    done =
        run(
            ParcellateFolder.class,
            "folder",
            scans.toFile(),
            "labels",
            labels,
            "output",
            out,
            "clean",
            true,
            "drop",
            2,
            "scale",
            "z-score");
    assertEquals(
        "a_bold_cleaned.tsv",
        ((ResultsTable) done.getOutput("table")).getStringValue("cleaned", 0));
    assertTrue(Files.readString(out.toPath().resolve("a_bold_cleaned.tsv")).contains("\n4.0\t"));
  }

  @Test
  void outlinesAndCarpetAreImages() throws Throwable {
    CommandModule shown =
        run(ShowRegions.class, "scan", scan(), "labels", halves(), "montage", true);
    ImagePlus outlines = (ImagePlus) shown.getOutput("outlines");
    assertEquals(4, outlines.getOverlay().size());
    assertEquals("left", outlines.getOverlay().get(0).getName());
    assertEquals(24, ((ImagePlus) shown.getOutput("picture")).getBitDepth());
    refuses(
        "resample is off",
        ShowRegions.class,
        "scan",
        scan(),
        "labels",
        halves(),
        "resampling",
        "majority");
    ImagePlus carpet = (ImagePlus) run(CarpetPlot.class, "signals", signals()).getOutput("carpet");
    assertTrue(carpet.getWidth() > 300);
  }

  @Test
  void namesComeInTheOrderOfTheirTableAndPositionsByLabel() throws Throwable {
    File table = Files.writeString(folder.resolve("s.csv"), "1,2,3\n4,5,6\n").toFile();
    File names = Files.writeString(folder.resolve("n.csv"), "index,name\n30,up\n7,low\n").toFile();
    File places =
        Files.writeString(folder.resolve("p.csv"), "index,x,y,z\n7,1,2,3\n30,4,5,6\n").toFile();
    CommandModule done =
        run(ImportSignals.class, "file", table, "names", names, "positions", places);
    Regions regions = SignalsImage.signals((ImagePlus) done.getOutput("signals")).regions();
    assertEquals(List.of("up", "low"), regions.names());
    String notes = (String) done.getOutput("notes");
    assertTrue(notes.contains("in the order of n.csv: up, low"), notes);
    assertFalse(notes.contains("has no region names"), notes);
    assertEquals(30, regions.get(0).label());
    assertEquals(4, regions.get(0).centroid()[0]);
    assertEquals(3, regions.get(1).centroid()[2]);
    refuses("joined by label value", ImportSignals.class, "file", table, "positions", places);
    refuses("from 0 to 3600", ImportSignals.class, "file", table, "interval", 720000.0);
  }

  @Test
  void aTableOfSevenDigitsComesBackAsItWas() throws Throwable {
    String text = "Time (s),a,b\n0.0,0.1,-1234.567\n0.72,1.0E-5,n/a\n1.44,3.0,9500.25\n";
    File table = Files.writeString(folder.resolve("s.csv"), text).toFile();
    ImagePlus image = (ImagePlus) run(ImportSignals.class, "file", table).getOutput("signals");
    Path copy = folder.resolve("copy.csv");
    run(Save.class, "image", image, "file", copy.toFile());
    assertEquals(text, Files.readString(copy));
  }
}
