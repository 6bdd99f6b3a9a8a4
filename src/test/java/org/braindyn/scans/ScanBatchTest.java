package org.braindyn.scans;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Grid;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.nifti.NiftiWriter;
import org.braindyn.io.tables.CellTable;
import org.braindyn.io.tables.TimeSeriesTable;
import org.braindyn.parcellation.ParcellationSettings;
import org.braindyn.parcellation.RegionPainter;
import org.braindyn.signal.cleaning.CleaningSettings;
import org.braindyn.training.dataset.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanBatchTest {
  @TempDir Path dir;

  private Path labels;
  private Path output;

  @BeforeEach
  void scans() throws IOException {
    Labels3D image = new Labels3D(Grid.spaced(4, 1, 1, 2, 2, 2), new int[] {1, 1, 7, 0}, "labels");
    labels = dir.resolve("labels.nii.gz");
    output = dir.resolve("out");
    NiftiWriter.writeLabels(labels, image);
    for (String run : new String[] {"1", "2", "3"}) {
      Path folder = Files.createDirectories(dir.resolve("data/sub-01/func"));
      double[][] values = {{1, 2, 3}, {4, 5, Integer.parseInt(run)}};
      RegionSignals map =
          new RegionSignals(
              new Regions(
                  List.of(
                      org.braindyn.data.Region.named(1, "a"),
                      org.braindyn.data.Region.named(7, "b"))),
              values,
              2,
              "x");
      NiftiWriter.write(
          folder.resolve("sub-01_run-" + run + "_bold.nii.gz"), RegionPainter.paint(image, map, 0));
    }
  }

  private List<ManifestRow> run(List<ScanJob> jobs) throws IOException {
    return new ScanBatch(labels, LabelNames.NONE, ParcellationSettings.defaults(), output)
        .run(jobs, Progress.NONE);
  }

  @Test
  void forgottenLabelsAreAskedForByName() throws IOException {
    List<ManifestRow> rows =
        new ScanBatch(null, LabelNames.NONE, ParcellationSettings.defaults(), output)
            .run(folder(), Progress.NONE);
    assertEquals(3, rows.size());
    for (ManifestRow row : rows) {
      assertTrue(row.cells().toString().contains("labels=[file]"), row.cells().toString());
    }
  }

  private List<ScanJob> folder() throws IOException {
    return ScanList.ofFolder(dir.resolve("data"), "*_bold.nii.gz");
  }

  private static List<String> status(List<ManifestRow> rows) {
    return rows.stream().map(ManifestRow::status).toList();
  }

  @Test
  void everyScanGivesATableAndTheManifestTellsOfAll() throws IOException {
    assertEquals(List.of("done", "done", "done"), status(run(folder())));
    CellTable manifest = CellTable.read(output.resolve(ScanBatch.MANIFEST));
    assertEquals(3, manifest.rows());
    assertEquals("01", manifest.cell(1, "person"));
    assertEquals("2", manifest.cell(1, "run"));
    assertEquals("2.0", manifest.cell(1, "interval"));
    assertEquals("3", manifest.cell(1, "frames"));
    RegionSignals third =
        TimeSeriesTable.read(
                output.resolve("sub-01_func_sub-01_run-3_bold_signals.tsv"), ImportOptions.auto())
            .signals();
    assertArrayEquals(new double[] {4, 5, 3}, third.values()[1]);
    assertEquals(List.of("Label 1", "Label 7"), third.regions().names());
  }

  @Test
  void whatIsDoneIsSkippedUntilSomethingChanges() throws IOException {
    run(folder());
    assertEquals(List.of("skipped", "skipped", "skipped"), status(run(folder())));
    Path second = folder().get(1).file();
    Files.setLastModifiedTime(second, FileTime.fromMillis(1_000_000));
    assertEquals(List.of("skipped", "done", "skipped"), status(run(folder())));
    Files.delete(output.resolve("sub-01_func_sub-01_run-1_bold_signals.tsv"));
    assertEquals(List.of("done", "skipped", "skipped"), status(run(folder())));
  }

  @Test
  void anErrorIsListedAndTheRestGoesOn() throws IOException {
    Labels3D wrong = new Labels3D(Grid.spaced(5, 1, 1, 2, 2, 2), new int[] {1, 1, 7, 0, 0}, "w");
    NiftiWriter.writeLabels(dir.resolve("wrong.nii"), wrong);
    Path manifest =
        Files.writeString(
            dir.resolve("scans.tsv"),
            "file\tperson\tsite\tlabels\tinterval\n"
                + "data/sub-01/func/sub-01_run-1_bold.nii.gz\tA\tx\tn/a\t1.5\n"
                + "data/sub-01/func/sub-01_run-2_bold.nii.gz\tB\tx\twrong.nii\tn/a\n"
                + "missing.nii\tC\tx\tn/a\tn/a\n"
                + "data/sub-01/func/sub-01_run-3_bold.nii.gz\tD\tx\tn/a\tn/a\n");
    List<ManifestRow> rows = run(ScanList.ofManifest(manifest));
    assertEquals(List.of("done", "failed", "failed", "done"), status(rows));
    CellTable table = CellTable.read(output.resolve(ScanBatch.MANIFEST));
    assertEquals("A", table.cell(0, "person"));
    assertEquals("1.5", table.cell(0, "interval"));
    assertTrue(table.cell(1, "message").contains("another grid"), table.cell(1, "message"));
    assertTrue(table.cell(2, "message").contains("There is no file"));
    assertEquals("", table.cell(1, "signals"));
  }

  @Test
  void aBadSideFileFailsItsScanOnly() throws IOException {
    Files.writeString(dir.resolve("data/sub-01/func/sub-01_run-2_bold.json"), "{ no json");
    assertEquals(List.of("done", "failed", "done"), status(run(folder())));
    Files.writeString(
        dir.resolve("data/sub-01/func/sub-01_run-2_bold.json"), "{\"RepetitionTime\": 3}");
    assertEquals(List.of("skipped", "done", "skipped"), status(run(folder())));
    CellTable manifest = CellTable.read(output.resolve(ScanBatch.MANIFEST));
    assertEquals("3.0", manifest.cell(1, "interval"));
    assertTrue(manifest.cell(1, "message").contains("the header gives 2.0 s"));
  }

  @Test
  void refusals() {
    assertThrows(BadInput.class, () -> ScanList.ofFolder(dir.resolve("data"), "*.mgz"));
    assertThrows(BadInput.class, () -> ScanList.ofFolder(dir.resolve("none"), "*"));
    Path manifest = dir.resolve("m.tsv");
    assertThrows(
        BadInput.class, () -> ScanList.ofManifest(Files.writeString(manifest, "scan\tx\na\tb\n")));
  }

  private void confounds(String run, String text) throws IOException {
    Files.writeString(
        dir.resolve("data/sub-01/func/sub-01_run-" + run + "_desc-confounds_timeseries.tsv"), text);
  }

  private List<ManifestRow> clean(CleaningSettings steps, String columns, int threads)
      throws IOException {
    return new ScanBatch(labels, LabelNames.NONE, ParcellationSettings.defaults(), output)
        .withCleaning(new ScanCleaning(steps, columns))
        .withThreads(threads)
        .run(folder(), Progress.NONE);
  }

  @Test
  void everyScanIsCleanedWithItsOwnConfounds() throws IOException {
    confounds("1", "csf\ttrans_x\n1\t0\n2\t0\n4\t0\n");
    confounds("2", "csf\ttrans_x\n1\t0\n-1\t0\n0\t0\n");
    CleaningSettings none = CleaningSettings.none();
    assertEquals(List.of("done", "done", "failed"), status(clean(none, "csf", 2)));
    CellTable manifest = CellTable.read(output.resolve(ScanBatch.MANIFEST));
    assertTrue(manifest.cell(2, "message").contains("no table of confounds"));
    assertTrue(manifest.cell(0, "message").contains("Regressed 1 confounds"));
    assertEquals("sub-01_func_sub-01_run-1_bold_cleaned.tsv", manifest.cell(0, "cleaned"));
    double[][] raw = {{1, 2, 3}, {4, 5, 1}};
    double[] csf = {1 - 7.0 / 3, 2 - 7.0 / 3, 4 - 7.0 / 3};
    RegionSignals cleaned =
        TimeSeriesTable.read(output.resolve(manifest.cell(0, "cleaned")), ImportOptions.auto())
            .signals();
    for (int r = 0; r < 2; r++) {
      // Least squares by hand: the mean and the share of csf taken out.
      double mean = (raw[r][0] + raw[r][1] + raw[r][2]) / 3;
      double slope = 0;
      double norm = 0;
      for (int t = 0; t < 3; t++) {
        slope += csf[t] * (raw[r][t] - mean);
        norm += csf[t] * csf[t];
      }
      for (int t = 0; t < 3; t++) {
        assertEquals(raw[r][t] - mean - slope / norm * csf[t], cleaned.values()[r][t], 1e-12);
      }
    }
    RegionSignals untouched =
        TimeSeriesTable.read(output.resolve(manifest.cell(0, "signals")), ImportOptions.auto())
            .signals();
    assertArrayEquals(raw[1], untouched.values()[1]);
  }

  @Test
  void otherCleaningOrOtherConfoundsAreDoneAgain() throws IOException {
    for (String run : new String[] {"1", "2", "3"}) {
      confounds(run, "csf\tframewise_displacement\n1\tn/a\n2\t0.9\n4\t0.1\n");
    }
    CleaningSettings none = CleaningSettings.none();
    assertEquals(List.of("done", "done", "done"), status(clean(none, "", 1)));
    assertEquals(List.of("skipped", "skipped", "skipped"), status(clean(none, "", 3)));
    CleaningSettings scrub = none.withScrubbing(0.5, CleaningSettings.Scrubbing.CENSOR);
    assertEquals(List.of("done", "done", "done"), status(clean(scrub, "", 3)));
    confounds("2", "csf\tframewise_displacement\n1\tn/a\n2\t0.1\n4\t0.1\n");
    assertEquals(List.of("skipped", "done", "skipped"), status(clean(scrub, "", 3)));
    CellTable manifest = CellTable.read(output.resolve(ScanBatch.MANIFEST));
    assertEquals("1", manifest.cell(0, "scrubbed"));
    assertEquals("0", manifest.cell(1, "scrubbed"));
    CellTable motion = CellTable.read(output.resolve("sub-01_func_sub-01_run-1_bold_motion.tsv"));
    assertEquals("0.9", motion.cell(1, "displacement_mm"));
    Files.delete(output.resolve(manifest.cell(2, "cleaned")));
    assertEquals(List.of("skipped", "skipped", "done"), status(clean(scrub, "", 3)));
    assertEquals(List.of("done", "done", "done"), status(run(folder())));
  }

  @Test
  void aManifestNamesConfoundsAndMasks() throws IOException {
    Path motion = dir.resolve("motion.par");
    Files.writeString(motion, "0 0 0 0 0 0\n0 0 0 0.2 0 0\n0.01 0 0 0.2 0 0\n");
    Labels3D mask = new Labels3D(Grid.spaced(4, 1, 1, 2, 2, 2), new int[] {1, 1, 0, 0}, "mask");
    NiftiWriter.writeLabels(dir.resolve("mask.nii"), mask);
    Path manifest =
        Files.writeString(
            dir.resolve("scans.tsv"),
            "file\tconfounds\tmask\n"
                + "data/sub-01/func/sub-01_run-1_bold.nii.gz\tmotion.par\tmask.nii\n");
    List<ManifestRow> rows =
        new ScanBatch(labels, LabelNames.NONE, ParcellationSettings.defaults(), output)
            .withCleaning(
                new ScanCleaning(
                    CleaningSettings.none()
                        .withScrubbing(0.3, CleaningSettings.Scrubbing.INTERPOLATE),
                    ""))
            .run(ScanList.ofManifest(manifest), Progress.NONE);
    assertEquals(List.of("done"), status(rows));
    CellTable table = CellTable.read(output.resolve(ScanBatch.MANIFEST));
    assertEquals("1", table.cell(0, "lost"));
    assertEquals("1", table.cell(0, "scrubbed"));
    CellTable moved =
        CellTable.read(output.resolve("data_sub-01_func_sub-01_run-1_bold_motion.tsv"));
    assertEquals(0.5, Double.parseDouble(moved.cell(2, "displacement_mm")), 1e-12);
  }

  @Test
  void cancelStopsAllThreadsAndKeepsWhatIsDone() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    Progress stop =
        new Progress() {
          @Override
          public void report(double fraction, String message) {}

          @Override
          public boolean cancelled() {
            return asked.incrementAndGet() > 12;
          }
        };
    ScanBatch batch =
        new ScanBatch(labels, LabelNames.NONE, ParcellationSettings.defaults(), output)
            .withThreads(2);
    List<ScanJob> jobs = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      jobs.addAll(folder());
    }
    assertThrows(Cancelled.class, () -> batch.run(jobs, stop));
    try (var files = Files.list(output)) {
      assertTrue(files.noneMatch(f -> f.toString().endsWith(".part")));
    }
  }

  @Test
  void aGivenIntervalGetsPastABadSideFile() throws IOException {
    for (String run : new String[] {"1", "2", "3"}) {
      Files.writeString(
          dir.resolve("data/sub-01/func/sub-01_run-" + run + "_bold.json"),
          "{\"RepetitionTime\": 2000}");
    }
    List<ManifestRow> rows = run(folder());
    assertEquals(List.of("failed", "failed", "failed"), status(rows));
    String message = rows.get(0).cells().get(ManifestRow.COLUMNS.indexOf("message"));
    assertTrue(message.contains("2000 s") && message.contains("give the interval"), message);
    ParcellationSettings given = ParcellationSettings.defaults().withInterval(2);
    rows = new ScanBatch(labels, LabelNames.NONE, given, output).run(folder(), Progress.NONE);
    assertEquals(List.of("done", "done", "done"), status(rows));
    assertEquals("01", rows.get(2).cells().get(0));
    assertEquals("3", rows.get(2).cells().get(ManifestRow.COLUMNS.indexOf("run")));
  }

  @Test
  void whatIsNoScanIsNotParcellated() throws IOException {
    Path func = dir.resolve("data/sub-01/func");
    Files.copy(labels, func.resolve("sub-01_run-1_boldref.nii.gz"));
    Files.copy(labels, func.resolve("._sub-01_run-1_bold.nii.gz"));
    assertEquals(3, ScanList.ofFolder(dir.resolve("data"), "*bold*.nii*").size());
    assertEquals(4, ScanList.ofFolder(dir.resolve("data"), "*{bold,boldref}.nii*").size());
    Path inside = Files.copy(labels, func.resolve("labels.nii.gz"));
    List<ManifestRow> rows =
        new ScanBatch(inside, LabelNames.NONE, ParcellationSettings.defaults(), output)
            .run(ScanList.ofFolder(dir.resolve("data"), "*.nii.gz"), Progress.NONE);
    assertEquals(List.of("done", "done", "done"), status(rows));
    assertThrows(BadInput.class, () -> ScanList.ofFolder(dir.resolve("data"), "*[bold"));
  }

  @Test
  void scansOfOneNameKeepTheirOwnResults() throws IOException {
    Path scan = folder().get(0).file();
    Files.createDirectories(dir.resolve("data/SUB-01/func"));
    Files.copy(scan, dir.resolve("data/SUB-01/func/").resolve(scan.getFileName()));
    Path absolute =
        Files.writeString(dir.resolve("i.tsv"), "file\n" + scan.toAbsolutePath() + "\n");
    assertEquals("data_sub-01_func_sub-01_run-1_bold", ScanList.ofManifest(absolute).get(0).stem());
    List<ScanJob> jobs = folder();
    assertEquals(4, jobs.stream().map(ScanJob::stem).distinct().count());
    for (String interval : new String[] {"-2", "x", "720000"}) {
      Path manifest = dir.resolve("i.tsv");
      Files.writeString(manifest, "file\tinterval\n" + scan + "\t" + interval + "\n");
      assertThrows(BadInput.class, () -> ScanList.ofManifest(manifest), interval);
    }
    assertThrows(
        BadInput.class,
        () ->
            ScanList.ofManifest(Files.writeString(dir.resolve("i.tsv"), "file\tperson\nn/a\tx\n")));
  }

  @Test
  void theManifestIsADataSetOfCleanedRecordings() throws IOException {
    CleaningSettings steps = CleaningSettings.none().withDetrend(0);
    List<ScanJob> jobs = folder();
    new ScanBatch(labels, LabelNames.NONE, ParcellationSettings.defaults(), output)
        .withCleaning(new ScanCleaning(steps, ""))
        .run(jobs, Progress.NONE);
    Manifest data = Manifest.read(output.resolve(ScanBatch.MANIFEST), Double.NaN);
    assertEquals(3, data.entries().size());
    assertEquals("01", data.entries().get(0).person());
    assertTrue(data.entries().get(0).file().toString().endsWith("_cleaned.tsv"));
    run(jobs);
    data = Manifest.read(output.resolve(ScanBatch.MANIFEST), Double.NaN);
    assertTrue(data.entries().get(0).file().toString().endsWith("_signals.tsv"));
  }

  @Test
  void whatAnotherVersionMadeIsDoneAgain() throws IOException {
    run(folder());
    Path recipe = output.resolve("sub-01_func_sub-01_run-2_bold_signals.json");
    String made = Files.readString(recipe);
    String older = made.replaceFirst("(\"program\": )\"[^\"]*\"", "$1\"0.1.0\"");
    Files.writeString(recipe, older);
    assertEquals(List.of("skipped", "done", "skipped"), status(run(folder())));
    assertEquals(made, Files.readString(recipe));
  }

  @Test
  void theMedianOfTwoRegionsIsTheirMean() throws IOException {
    for (String went : List.of("done", "skipped")) {
      assertEquals(went, run(folder()).get(0).status());
      CellTable manifest = CellTable.read(output.resolve(ScanBatch.MANIFEST));
      assertEquals("done", manifest.cell(0, "status"));
      CellTable quality =
          CellTable.read(output.resolve("sub-01_func_sub-01_run-1_bold_quality.tsv"));
      assertEquals(2, quality.rows());
      double a = Double.parseDouble(quality.cell(0, "tsnr"));
      double b = Double.parseDouble(quality.cell(1, "tsnr"));
      assertTrue(a != b, "regions of one quality would prove nothing");
      assertEquals((a + b) / 2, Double.parseDouble(manifest.cell(0, "median_tsnr")), 1e-3 * a);
    }
  }
}
