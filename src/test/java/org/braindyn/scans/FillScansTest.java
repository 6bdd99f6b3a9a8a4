package org.braindyn.scans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.data.Grid;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Progress;
import org.braindyn.data.Region;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.io.FilledFile;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.nifti.NiftiWriter;
import org.braindyn.io.tables.TimeSeriesTable;
import org.braindyn.parcellation.ParcellationSettings;
import org.braindyn.parcellation.ParcellationSettings.LostPolicy;
import org.braindyn.parcellation.RegionPainter;
import org.braindyn.signal.cleaning.CleaningSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scrubbed frames of a folder of scans, filled. */
class FillScansTest {
  private static final int FRAMES = 60;

  @TempDir Path dir;

  /** One scan of four regions, the first of which lies outside of it. */
  private Path labels() throws IOException {
    Grid grid = Grid.spaced(5, 1, 1, 2, 2, 2);
    Labels3D image = new Labels3D(grid, new int[] {3, 4, 5, 9, 0}, "labels");
    double[][] values = new double[4][FRAMES];
    Seed.Stream random = Seed.of(3).stream("scan");
    double course = 0;
    for (int t = 0; t < FRAMES; t++) {
      course = 0.9 * course + random.gaussian();
      for (int r = 0; r < 4; r++) {
        values[r][t] = r == 0 ? Double.NaN : 100 + course + 0.3 * random.gaussian();
      }
    }
    List<Region> regions =
        List.of(
            Region.named(3, "o"), Region.named(4, "a"), Region.named(5, "b"), Region.named(9, "c"));
    Path folder = Files.createDirectories(dir.resolve("data"));
    NiftiWriter.write(
        folder.resolve("sub-01_bold.nii"),
        RegionPainter.paint(image, new RegionSignals(new Regions(regions), values, 2, "scan"), 0));
    StringBuilder motion = new StringBuilder("framewise_displacement\n");
    for (int t = 0; t < FRAMES; t++) {
      motion.append(t == 20 || t == 21 || t == 40 ? "0.9\n" : "0.1\n");
    }
    Files.writeString(folder.resolve("sub-01_desc-confounds_timeseries.tsv"), motion);
    Path file = dir.resolve("labels.nii");
    NiftiWriter.writeLabels(file, image);
    return file;
  }

  private ManifestRow run(Path labels, String fill) throws IOException {
    CleaningSettings scrub =
        CleaningSettings.none().withScrubbing(0.5, CleaningSettings.Scrubbing.CENSOR);
    ParcellationSettings settings = ParcellationSettings.defaults();
    return new ScanBatch(
            labels,
            LabelNames.NONE,
            settings.withPolicies(settings.nanVoxels(), LostPolicy.DROP),
            dir.resolve("out"))
        .withCleaning(new ScanCleaning(scrub, "", fill))
        .run(ScanList.ofFolder(dir.resolve("data"), "*_bold.nii"), Progress.NONE)
        .get(0);
  }

  @Test
  void scrubbedFramesAreFilledAndMarkedBesideTheTable() throws IOException {
    Path labels = labels();
    Path table = dir.resolve("out/sub-01_bold_cleaned.tsv");
    assertEquals("done", run(labels, "none").status());
    RegionSignals gaps = TimeSeriesTable.read(table, ImportOptions.auto()).signals();
    assertTrue(Double.isNaN(gaps.values()[0][20]), "old behaviour");
    assertFalse(Files.exists(FilledFile.of(table)));
    ManifestRow row = run(labels, "kalman");
    assertEquals("done", row.status(), "another recipe");
    RegionSignals filled = TimeSeriesTable.read(table, ImportOptions.auto()).signals();
    assertEquals(3, filled.size(), "the lost region is left out");
    boolean[][] marks = FilledFile.marks(table, 3, FRAMES);
    for (int r = 0; r < 3; r++) {
      for (int t = 0; t < FRAMES; t++) {
        assertEquals(t == 20 || t == 21 || t == 40, marks[r][t], r + ", " + t);
        assertTrue(Double.isFinite(filled.values()[r][t]), r + ", " + t);
      }
    }
    assertTrue(row.cells().toString().contains("values hidden on purpose"), row.toString());
    assertEquals("done", run(labels, "none").status());
    assertFalse(Files.exists(FilledFile.of(table)), "old marks go with old values");
  }
}
