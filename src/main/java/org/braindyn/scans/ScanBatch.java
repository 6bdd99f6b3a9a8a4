package org.braindyn.scans;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Progress;
import org.braindyn.io.tables.TimeSeriesWriter;
import org.braindyn.parcellation.ParcellationSettings;
import org.braindyn.parcellation.ParcellationSettings.LostPolicy;

/**
 * Parcellates (and cleans) many scans: for each a signals table, a quality table and a recipe; for
 * all one manifest. What was done with the same recipe is skipped; an error is listed and the rest
 * goes on.
 */
public final class ScanBatch {
  /** Name of the list of all scans and how they went. */
  public static final String MANIFEST = "manifest.tsv";

  private static final String NAME = "Parcellate Folder";
  private static final int PAUSE_MS = 100;
  private static final int LONGEST_STOP_S = 5;

  private final Path labels;
  private final LabelNames names;
  private final ParcellationSettings settings;
  private final Path output;
  private ScanCleaning cleaning;
  private int threads = 1;

  /**
   * @param labels label image for scans that name none of their own; null if all do
   * @param names names of the labels
   * @param output folder for results, made if it is not there
   */
  public ScanBatch(Path labels, LabelNames names, ParcellationSettings settings, Path output) {
    this.labels = labels;
    this.names = names;
    this.settings = settings;
    this.output = output;
  }

  /** Cleans every scan's signals too; null for not. */
  public ScanBatch withCleaning(ScanCleaning steps) {
    cleaning = steps;
    return this;
  }

  /** Works on that many scans at once, or fewer if memory is short. */
  public ScanBatch withThreads(int n) {
    if (n < 1) {
      throw new BadInput("threads=" + n + " is out of range. It must be at least 1.");
    }
    threads = n;
    return this;
  }

  /**
   * Runs the batch.
   *
   * @return one row per scan, as in the manifest file
   * @throws Cancelled within a second of the user's wish; what is done stays and is skipped next
   *     time
   */
  public List<ManifestRow> run(List<ScanJob> scans, Progress progress) throws IOException {
    Files.createDirectories(output);
    List<ScanJob> jobs = scans.stream().filter(job -> !isLabels(job)).toList();
    if (jobs.isEmpty()) {
      throw new BadInput(
          "There is no scan but the label image " + labels + ". Change the pattern.");
    }
    ManifestRow[] rows = new ManifestRow[jobs.size()];
    ScanWork work = new ScanWork(labels, names, settings, cleaning, output);
    ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, jobs.size()), daemon());
    ExecutorCompletionService<Integer> done = new ExecutorCompletionService<>(pool);
    try {
      for (int i = 0; i < rows.length; i++) {
        int at = i;
        done.submit(
            () -> {
              rows[at] = work.run(jobs.get(at), progress);
              return at;
            });
      }
      for (int n = 0; n < rows.length; n++) {
        progress.report((double) n / rows.length, n + " of " + rows.length + " scans done");
        next(done, progress);
        write(Arrays.stream(rows).filter(Objects::nonNull).toList());
      }
    } finally {
      stop(pool);
    }
    if (settings.lostRegions() == LostPolicy.DROP) {
      dropLost(jobs, rows);
    }
    progress.report(1, rows.length + " scans done");
    return new ArrayList<>(Arrays.asList(rows));
  }

  /** What one scan has lost is left out of the tables of all, and each row of the list says so. */
  private void dropLost(List<ScanJob> jobs, ManifestRow[] rows) throws IOException {
    List<ScanFiles> tables = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      if (!rows[i].status().equals("failed")) {
        tables.add(ScanFiles.of(output, jobs.get(i).stem(), cleaning != null));
      }
    }
    List<String> lost = LostColumns.drop(tables);
    for (int i = 0; i < rows.length && !lost.isEmpty(); i++) {
      rows[i] = rows[i].without(lost);
    }
    write(List.of(rows));
  }

  /** A pattern of scans may find the label image that lies among them. */
  private boolean isLabels(ScanJob job) {
    return labels != null
        && labels.toAbsolutePath().normalize().equals(job.file().toAbsolutePath().normalize());
  }

  private static void next(ExecutorCompletionService<Integer> done, Progress progress) {
    try {
      Future<Integer> finished = null;
      while (finished == null) {
        Cancelled.check(progress, NAME);
        finished = done.poll(PAUSE_MS, TimeUnit.MILLISECONDS);
      }
      finished.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Cancelled(NAME);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Cancelled cancelled) {
        throw cancelled;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Stops the scans at work, so that nothing is written after the batch has returned. */
  private static void stop(ExecutorService pool) {
    pool.shutdownNow();
    try {
      pool.awaitTermination(LONGEST_STOP_S, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static java.util.concurrent.ThreadFactory daemon() {
    return task -> {
      Thread thread = new Thread(task, NAME);
      thread.setDaemon(true);
      return thread;
    };
  }

  private void write(List<ManifestRow> rows) throws IOException {
    TimeSeriesWriter.write(output.resolve(MANIFEST), ManifestRow.table(rows));
  }
}
