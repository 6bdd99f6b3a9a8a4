package org.braindyn.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.braindyn.data.RegionSignals;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.nifti.Nifti;
import org.braindyn.io.tables.TimeSeriesTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** macros/batch.ijm on the packaged jar, headless, in its own JVM. */
class BatchIT {
  @TempDir Path folder;

  @Test
  void batchMacroRunsAndLeavesWhatItPromises() throws Exception {
    PlainImageJ imagej = new PlainImageJ(Files.createDirectories(folder.resolve("imagej")));
    Path out = Files.createDirectories(folder.resolve("out"));
    PlainImageJ.Result run = imagej.macro(Path.of("macros/batch.ijm"), out.toString(), 120);
    assertTrue(run.output().contains("BrainDyn batch done"), run.output());
    assertEquals(2, run.output().split(": done").length - 1, run.output());
    assertEquals(2, run.output().split(": skipped").length - 1, run.output());
    assertEquals(2, run.output().split("_cleaned.tsv cleaned").length - 1, run.output());

    RegionSignals cleaned =
        TimeSeriesTable.read(out.resolve("cleaned.tsv"), ImportOptions.auto()).signals();
    assertEquals(8, cleaned.size());
    assertEquals(56, cleaned.frames());
    assertEquals(2.0, cleaned.interval());
    for (double[] row : cleaned.values()) {
      double mean = 0;
      double squares = 0;
      for (double v : row) {
        mean += v / row.length;
        squares += v * v / row.length;
      }
      assertEquals(0, mean, 1e-5);
      assertEquals(1, squares, 1e-4);
    }
    RegionSignals inBatch =
        TimeSeriesTable.read(
                out.resolve("signals/sub-01_phantom_bold_cleaned.tsv"), ImportOptions.auto())
            .signals();
    assertEquals(2.0, inBatch.interval());
    for (int r = 0; r < inBatch.size(); r++) {
      // The same steps but despiking, which changes little here.
      double r2 = 0;
      for (int t = 0; t < 56; t++) {
        r2 += inBatch.values()[r][t] * cleaned.values()[r][t] / 56;
      }
      assertTrue(r2 > 0.9, "region " + r + ": " + r2);
    }
    Path scan = out.resolve("scans/sub-01/phantom_bold.nii.gz");
    assertTrue(
        Nifti.open(out.resolve("tsnr.nii.gz")).grid().samePlace(Nifti.open(scan).grid(), 1e-6));
    long clusters =
        java.util.Arrays.stream(Nifti.labels(out.resolve("clusters.nii.gz")).labels())
            .distinct()
            .filter(label -> label > 0)
            .count();
    assertEquals(30, clusters);
    assertEquals(
        30,
        TimeSeriesTable.read(out.resolve("clusters.csv"), ImportOptions.auto()).signals().size());
    for (String picture : new String[] {"carpet.png", "outlines.png"}) {
      assertTrue(javax.imageio.ImageIO.read(out.resolve(picture).toFile()).getWidth() > 20);
    }
  }
}
