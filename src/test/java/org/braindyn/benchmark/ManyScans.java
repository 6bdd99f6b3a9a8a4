package org.braindyn.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.Grid;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Progress;
import org.braindyn.io.nifti.NiftiWriter;
import org.braindyn.parcellation.ParcellationSettings;
import org.braindyn.scans.Frames;
import org.braindyn.scans.ScanBatch;
import org.braindyn.scans.ScanJob;
import org.braindyn.scans.ScanList;

/**
 * Seconds to do and to resume batches of tiny scans, with a folder per person: {@code ManyScans
 * 1000 4000 16000}. Everything lies in a temporary folder, which is left there.
 */
public final class ManyScans {
  private static final Grid GRID = Grid.spaced(4, 1, 1, 2, 2, 2);

  private ManyScans() {}

  public static void main(String[] counts) throws Exception {
    Path dir = Files.createTempDirectory("scans");
    Path labels = dir.resolve("labels.nii");
    NiftiWriter.writeLabels(labels, new Labels3D(GRID, new int[] {1, 1, 7, 0}, "labels"));
    batch(dir.resolve("first"), labels, 300, false); // the compiler has seen it all
    for (String count : counts) {
      batch(dir.resolve(count), labels, Integer.parseInt(count), true);
    }
  }

  private static void batch(Path dir, Path labels, int count, boolean told) throws Exception {
    for (int p = 0; p < count; p++) {
      String person = String.format(Locale.ROOT, "sub-%05d", p);
      Path func = Files.createDirectories(dir.resolve("bids/" + person + "/func"));
      double[][] frames = {{1, 2, p, 9}, {2, p, 5, 9}, {4, 4, 6, 8}};
      NiftiWriter.write(func.resolve(person + "_bold.nii"), new Frames(GRID, frames, 2));
    }
    long start = System.nanoTime();
    List<ScanJob> jobs = ScanList.ofFolder(dir.resolve("bids"), "*_bold.nii");
    double listed = (System.nanoTime() - start) / 1e9;
    double done = run(dir, labels, jobs);
    double again = run(dir, labels, jobs);
    if (told) {
      System.out.printf(
          Locale.ROOT,
          "%d scans: listed %.2f s; done %.2f s, %.3f ms each; resumed %.2f s, %.2f of doing%n",
          count,
          listed,
          done,
          1000 * done / count,
          again,
          again / done);
    }
  }

  private static double run(Path dir, Path labels, List<ScanJob> jobs) throws Exception {
    long start = System.nanoTime();
    ParcellationSettings settings = ParcellationSettings.defaults();
    new ScanBatch(labels, LabelNames.NONE, settings, dir.resolve("out"))
        .withFolders()
        .run(jobs, Progress.NONE);
    return (System.nanoTime() - start) / 1e9;
  }
}
