package org.braindyn.scans;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Progress;
import org.braindyn.io.tables.TimeSeriesWriter;
import org.braindyn.parcellation.ParcellationSettings;
import org.braindyn.parcellation.ParcellationSettings.LostPolicy;
import org.braindyn.work.LocalWork;

/**
 * Parcellates (and cleans) many scans: for each a signals table, a quality table and a recipe; for
 * all one manifest. What was done with the same recipe is skipped; an error is listed and the rest
 * goes on.
 */
public final class ScanBatch {
  /** Name of the list of all scans and how they went. */
  public static final String MANIFEST = "manifest.tsv";

  private final Path labels;
  private final LabelNames names;
  private final ParcellationSettings settings;
  private final Path output;
  private ScanCleaning cleaning;
  private int threads = 1;
  private boolean byPerson;
  private String list = MANIFEST;

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

  /** Puts the results of every person into a folder of its own: sub-01, sub-02, ... */
  public ScanBatch withFolders() {
    byPerson = true;
    return this;
  }

  /**
   * Calls the list of scans otherwise, so that several batches can share a folder.
   *
   * @param name ends in .tsv
   */
  public ScanBatch withList(String name) {
    list = name;
    return this;
  }

  /** Works on that many scans at once, or fewer if memory is short. */
  public ScanBatch withThreads(int n) {
    threads = new LocalWork(n, ScanWork.NAME).threads();
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
    ScanWork work = new ScanWork(labels, names, settings, cleaning, output, byPerson);
    ManifestRow[] rows = new ManifestRow[jobs.size()];
    List<Integer> numbers = IntStream.range(0, rows.length).boxed().toList();
    try (ScanJournal journal = new ScanJournal(output, list)) {
      try {
        new LocalWork(threads, ScanWork.NAME)
            .map(
                numbers,
                (k, watch) -> {
                  rows[k] = work.run(jobs.get(k), watch);
                  if (!rows[k].status().equals("skipped")) {
                    journal.add(rows[k]);
                  }
                  return k;
                },
                progress);
      } finally {
        // Stopped or not: what is done is listed.
        write(Arrays.stream(rows).filter(Objects::nonNull).toList());
        journal.finish();
      }
    }
    if (settings.lostRegions() == LostPolicy.DROP) {
      dropLost(work, jobs, rows);
    }
    progress.report(1, rows.length + " scans done");
    return new ArrayList<>(Arrays.asList(rows));
  }

  /** What one scan has lost is left out of the tables of all, and each row of the list says so. */
  private void dropLost(ScanWork work, List<ScanJob> jobs, ManifestRow[] rows) throws IOException {
    List<ScanFiles> tables = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      if (!rows[i].status().equals("failed")) {
        tables.add(work.files(jobs.get(i)));
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

  private void write(List<ManifestRow> rows) throws IOException {
    TimeSeriesWriter.write(output.resolve(list), ManifestRow.manifest(rows));
  }
}
