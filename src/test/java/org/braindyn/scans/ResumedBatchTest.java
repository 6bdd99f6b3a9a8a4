package org.braindyn.scans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Grid;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Progress;
import org.braindyn.io.Places;
import org.braindyn.io.nifti.NiftiWriter;
import org.braindyn.parcellation.ParcellationSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batches that were stopped, moved, done by other threads, or hindered by faults that pass. */
class ResumedBatchTest {
  @TempDir Path dir;
  private Path scans;
  private Path labels;

  @BeforeEach
  void write() throws IOException {
    scans = Files.createDirectories(dir.resolve("data"));
    for (int person = 1; person <= 5; person++) {
      Path func = Files.createDirectories(scans.resolve("sub-0" + person + "/func"));
      double[][] frames = {{1, 2, person, 9}, {2, person, 5, 9}, {4, 4, 6, 8}};
      NiftiWriter.write(
          func.resolve("sub-0" + person + "_bold.nii.gz"),
          new Frames(Grid.spaced(4, 1, 1, 2, 2, 2), frames, 2));
    }
    labels = dir.resolve("labels.nii");
    Labels3D image = new Labels3D(Grid.spaced(4, 1, 1, 2, 2, 2), new int[] {1, 1, 7, 0}, "labels");
    NiftiWriter.writeLabels(labels, image);
  }

  private List<ManifestRow> run(Path data, Path labelFile, Path output, int threads, Progress watch)
      throws IOException {
    return new ScanBatch(labelFile, LabelNames.NONE, ParcellationSettings.defaults(), output)
        .withFolders()
        .withThreads(threads)
        .run(ScanList.ofFolder(data, "*.nii.gz"), watch);
  }

  /** Every file below a folder, name to content. */
  private static Map<String, String> content(Path folder) throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return all;
  }

  @Test
  void threadsStopsAndRepeatsLeaveTheSameFiles() throws IOException {
    Path once = dir.resolve("once");
    run(scans, labels, once, 1, Progress.NONE);
    Map<String, String> wanted = content(once);
    assertEquals(5 * 3 + 1, wanted.size(), wanted.keySet().toString());
    assertTrue(wanted.containsKey("sub-03/sub-03_func_sub-03_bold_signals.tsv"));
    Path stopped = dir.resolve("stopped");
    Progress stop = new StopAfter(6);
    assertThrows(Cancelled.class, () -> run(scans, labels, stopped, 3, stop));
    assertTrue(Files.isRegularFile(stopped.resolve(ScanBatch.MANIFEST)));
    assertFalse(Files.exists(stopped.resolve("manifest.journal.tsv")));
    run(scans, labels, stopped, 3, Progress.NONE);
    assertEquals(wanted, content(stopped));
    List<ManifestRow> again = run(scans, labels, stopped, 2, Progress.NONE);
    assertTrue(again.stream().allMatch(row -> row.status().equals("skipped")));
    assertEquals(wanted, content(stopped));
  }

  @Test
  void aJournalOfAKilledRunDoesNotHinder() throws IOException {
    Path output = Files.createDirectories(dir.resolve("out"));
    try (ScanJournal journal = new ScanJournal(output, ScanBatch.MANIFEST)) {
      journal.add(ManifestRow.failed(ScanList.ofFolder(scans, "*.nii.gz").get(0), "killed"));
    }
    List<String> lines = Files.readAllLines(output.resolve("manifest.journal.tsv"));
    assertEquals(2, lines.size());
    assertTrue(lines.get(1).endsWith("killed"), lines.get(1));
    run(scans, labels, output, 2, Progress.NONE);
    assertFalse(Files.exists(output.resolve("manifest.journal.tsv")));
  }

  @Test
  void anotherMountIsTheSameRecipe() throws IOException {
    Path output = dir.resolve("out");
    run(scans, labels, output, 2, Progress.NONE);
    Path moved = dir.resolve("elsewhere");
    Files.move(scans, moved);
    Path labelsMoved =
        Files.move(labels, Files.createDirectory(dir.resolve("l")).resolve("labels.nii"));
    assertTrue(
        run(moved, labelsMoved, output, 2, Progress.NONE).stream()
            .allMatch(row -> row.status().equals("skipped")));
    assertFalse(
        content(output)
            .get("sub-01/sub-01_func_sub-01_bold_signals.json")
            .contains(dir.toString()));
  }

  @Test
  void scansAndResultsInAnArchiveAreTheSame() throws IOException {
    Path here = dir.resolve("here");
    run(scans, labels, here, 1, Progress.NONE);
    URI zip = URI.create("jar:" + dir.resolve("all.zip").toUri());
    try (FileSystem files = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
      Path data = Places.path(zip + "!/data");
      for (Path scan : ScanList.ofFolder(scans, "*.nii.gz").stream().map(ScanJob::file).toList()) {
        Path copy = data.resolve(scans.relativize(scan).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(scan, copy);
        Files.setLastModifiedTime(scan, Files.getLastModifiedTime(copy));
      }
      Path image = Files.copy(labels, files.getPath("/labels.nii"));
      run(data, image, files.getPath("/out"), 2, Progress.NONE);
      run(data, image, files.getPath("/out"), 2, Progress.NONE);
      run(scans, labels, here, 1, Progress.NONE);
      Map<String, String> inside = content(files.getPath("/out"));
      Map<String, String> outside = content(here);
      inside.remove(ScanBatch.MANIFEST);
      outside.remove(ScanBatch.MANIFEST);
      assertEquals(outside, inside);
    }
  }

  /** As a data set that was cloned without its large files. */
  @Test
  void aLinkToNothingIsAScanThatFails() throws IOException {
    Path scan = scans.resolve("sub-04/func/sub-04_bold.nii.gz");
    Files.delete(scan);
    Files.createSymbolicLink(scan, dir.resolve("annex/object"));
    List<ManifestRow> rows = run(scans, labels, dir.resolve("linked"), 1, Progress.NONE);
    assertEquals(5, rows.size());
    assertEquals("failed", rows.get(3).status());
    assertEquals("04", rows.get(3).cell("person"));
    assertTrue(rows.get(3).cell("message").startsWith("There is no file"), rows.get(3) + "");
  }

  /** A look at its beginning, and its frames: what an object store is asked for. */
  @Test
  void everyScanIsOpenedTwiceAndNotAtAllWhenDone() throws IOException {
    NiftiWriter.write(
        scans.resolve("sub-03/func/sub-03_bold.nii.gz"),
        new Frames(Grid.spaced(4, 1, 1, 2, 2, 2), new double[80][4], 2));
    CountedFiles files = new CountedFiles(0);
    List<ManifestRow> rows =
        run(files.of(scans), files.of(labels), dir.resolve("counted"), 2, Progress.NONE);
    assertEquals(List.of(), rows.stream().filter(row -> !row.status().equals("done")).toList());
    assertEquals(2, files.opened("sub-03_bold.nii.gz"));
    run(files.of(scans), files.of(labels), dir.resolve("counted"), 2, Progress.NONE);
    assertEquals(2, files.opened("sub-03_bold.nii.gz"));
  }

  @Test
  void aProviderWhoseFirstTwoOpensFailEndsAsDone() throws IOException {
    CountedFiles files = new CountedFiles(2);
    List<ManifestRow> rows =
        run(files.of(scans), files.of(labels), dir.resolve("flaky"), 1, Progress.NONE);
    assertEquals(List.of(), rows.stream().filter(row -> !row.status().equals("done")).toList());
    run(scans, labels, dir.resolve("sound"), 1, Progress.NONE);
    Map<String, String> flaky = content(dir.resolve("flaky"));
    Map<String, String> sound = content(dir.resolve("sound"));
    flaky.remove(ScanBatch.MANIFEST);
    sound.remove(ScanBatch.MANIFEST);
    assertEquals(sound, flaky);
  }

  @Test
  void onlyFaultsThatMayPassAreTriedAgain() {
    assertTrue(PassingFault.may(new IOException("connection reset")));
    assertTrue(PassingFault.may(new BadInput("cannot be read", new IOException("stale handle"))));
    assertTrue(PassingFault.may(new UncheckedIOException(new IOException("timeout"))));
    assertFalse(PassingFault.may(new BadInput("cannot be read", new EOFException())));
    assertFalse(PassingFault.may(new NoSuchFileException("x")));
    assertFalse(PassingFault.may(new BadInput("the labels are on another grid")));
    assertFalse(PassingFault.may(new IllegalStateException("a fault of the program")));
  }

  @Test
  void placesOfOtherSchemes() {
    assertEquals(Path.of("/a/b.nii"), Places.path("/a/b.nii"));
    assertEquals(Path.of("/a/b.nii"), Places.path("file:///a/b.nii"));
    assertEquals(dir.resolve("c/d.nii"), Places.within(dir, "c/d.nii"));
    BadInput error = assertThrows(BadInput.class, () -> Places.path("s3://bucket/x.nii.gz"));
    assertTrue(error.getMessage().contains("java.nio provider of \"s3\""), error.getMessage());
  }

  /** Stops after it was asked some times. */
  private static final class StopAfter implements Progress {
    private int left;

    StopAfter(int times) {
      left = times;
    }

    @Override
    public void report(double fraction, String message) {}

    @Override
    public synchronized boolean cancelled() {
      return --left < 0;
    }
  }
}
