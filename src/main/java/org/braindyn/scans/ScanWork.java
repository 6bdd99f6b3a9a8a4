package org.braindyn.scans;

import java.io.IOException;
import java.nio.file.Path;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.braindyn.data.Volume4D;
import org.braindyn.io.nifti.Nifti;
import org.braindyn.parcellation.Parcellation;
import org.braindyn.parcellation.ParcellationSettings;
import org.braindyn.signal.cleaning.Cleaned;

/** One scan of a batch from its file to its results; safe to use from several threads. */
final class ScanWork {
  static final String NAME = "Parcellate Folder";
  private static final int ATTEMPTS = 3;
  private static final long COMPONENT_BYTES = 192L << 20;

  private final Path labels;
  private final LabelNames names;
  private final ParcellationSettings settings;
  private final ScanCleaning cleaning;
  private final Path output;
  private final boolean byPerson;
  private final MemoryBudget memory = MemoryBudget.half();
  private Labels3D shared;
  private String sharedSum;

  ScanWork(
      Path labels,
      LabelNames names,
      ParcellationSettings settings,
      ScanCleaning cleaning,
      Path output,
      boolean byPerson) {
    this.labels = labels;
    this.names = names;
    this.settings = settings;
    this.cleaning = cleaning;
    this.output = output;
    this.byPerson = byPerson;
  }

  /**
   * Does one scan; an error becomes a row that tells of it. Faults that may pass (a network drive,
   * memory that others hold) are tried again, {@value #ATTEMPTS} times in all.
   */
  ManifestRow run(ScanJob job, Progress progress) {
    ManifestRow failed = null;
    boolean alone = false;
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Cancelled.check(progress, NAME);
      try {
        return result(job, alone, new Quiet(progress));
      } catch (Cancelled e) {
        throw e;
      } catch (IOException e) {
        failed = ManifestRow.failed(job, Reason.of(e));
        if (!PassingFault.may(e)) {
          return failed;
        }
      } catch (OutOfMemoryError e) {
        failed =
            ManifestRow.failed(
                job,
                "Java's memory is too small for this scan; use fewer threads or give it more.");
        if (alone) {
          return failed;
        }
        alone = true;
      } catch (BadInput e) {
        failed = ManifestRow.failed(job, e.getMessage());
        if (!PassingFault.may(e)) {
          return failed;
        }
      } catch (RuntimeException e) {
        failed = ManifestRow.failed(job, "an error of the program itself, please report it: " + e);
        if (!PassingFault.may(e)) {
          return failed;
        }
      }
      PassingFault.pause(attempt, progress, NAME);
    }
    return failed;
  }

  private ManifestRow result(ScanJob job, boolean alone, Progress progress) throws IOException {
    // The only side file that is read gives the interval.
    if (job.problem() != null && !(settings.interval() > 0 || job.interval() > 0)) {
      throw new BadInput(job.problem());
    }
    Path labelFile = job.labels() != null ? job.labels() : labels;
    if (labelFile == null) {
      throw new BadInput(
          "No label image was given. Give labels=[file], or a column labels in the manifest.");
    }
    ScanFiles files = files(job);
    ScanRecipe wanted =
        ScanRecipe.of(job, labelFile, sum(job, labelFile), names, settings, cleaning);
    ScanFigures before = files.done(wanted);
    if (before != null) {
      return ManifestRow.of(job, output, files, before, true);
    }
    Volume4D scan = ParcellateScan.open(job.file());
    int taken = memory.take(alone ? Long.MAX_VALUE : bytes(scan), progress, NAME);
    try {
      Labels3D image =
          job.labels() != null || scan.pointsOnly()
              ? ParcellateScan.labels(labelFile, scan)
              : shared();
      Parcellation p = ParcellateScan.run(scan, image, names, settings(job), progress);
      Cleaned cleaned =
          cleaning == null ? null : cleaning.run(p.signals(), job.confounds(), progress);
      Cancelled.check(progress, NAME);
      int dropped = cleaning == null ? 0 : cleaning.settings().dropFirst();
      ScanFigures figures = ScanFigures.of(p, cleaned, scan.interval());
      files.write(p, cleaned, dropped, wanted.text(figures));
      return ManifestRow.of(job, output, files, figures, false);
    } finally {
      memory.give(taken);
    }
  }

  /** The files of a scan's result. */
  ScanFiles files(ScanJob job) {
    boolean own = byPerson && !job.person().isEmpty();
    Path folder = own ? output.resolve("sub-" + job.person()) : output;
    return ScanFiles.of(folder, job.stem(), cleaning != null);
  }

  private ParcellationSettings settings(ScanJob job) throws IOException {
    ParcellationSettings own = settings;
    if (!(own.interval() > 0) && job.interval() > 0) {
      own = own.withInterval(job.interval());
    }
    return job.mask() == null ? own : own.withMask(Nifti.labels(job.mask()));
  }

  /** Checksum of a label file; the batch's is read once. */
  private synchronized String sum(ScanJob job, Path labelFile) throws IOException {
    if (job.labels() != null) {
      return ScanRecipe.crc(labelFile);
    }
    sharedSum = sharedSum == null ? ScanRecipe.crc(labelFile) : sharedSum;
    return sharedSum;
  }

  /** The batch's label image, read once. */
  private synchronized Labels3D shared() throws IOException {
    if (shared == null) {
      shared = Nifti.labels(labels);
    }
    return shared;
  }

  /** A few frames, labels and masks; the signals are small against them. */
  private long bytes(Volume4D scan) {
    boolean component = settings.statistic() == ParcellationSettings.Statistic.FIRST_COMPONENT;
    return 64L * scan.grid().voxels() + (component ? COMPONENT_BYTES : 0);
  }

  /** Passes cancel on, but not the progress of a single scan. */
  private record Quiet(Progress all) implements Progress {
    @Override
    public void report(double fraction, String message) {}

    @Override
    public boolean cancelled() {
      return all.cancelled();
    }
  }
}
