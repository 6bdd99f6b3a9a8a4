package org.braindyn.scans;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.Median;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.SameSampling;
import org.braindyn.data.text.ResultTable;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.tables.CellTable;
import org.braindyn.io.tables.TimeSeriesTable;
import org.braindyn.parcellation.Parcellation;
import org.braindyn.parcellation.RegionQuality;
import org.braindyn.signal.cleaning.Cleaned;

/**
 * One scan of a batch and how it went.
 *
 * @param status "done", "skipped" (done before with the same recipe) or "failed"
 * @param cells the row as text, in the order of {@link #COLUMNS}
 */
public record ManifestRow(String status, List<String> cells) {
  /** Column names of the manifest. */
  public static final List<String> COLUMNS =
      List.of(
          "person",
          "session",
          "run",
          "site",
          "file",
          "interval",
          "frames",
          "regions",
          "lost",
          "median_tsnr",
          "status",
          "signals",
          "cleaned",
          "scrubbed",
          "confounds",
          "message");

  /** The manifest as a table. */
  public static ResultTable table(List<ManifestRow> rows) {
    ResultTable table = new ResultTable(COLUMNS, ResultTable.Numbers.EXACT);
    rows.forEach(row -> table.row(row.cells));
    return table;
  }

  /**
   * @param header time between frames that the scan's header gives, in s
   */
  static ManifestRow done(
      ScanJob job, ScanFiles files, Parcellation p, Cleaned cleaned, double header) {
    double used = p.signals().interval();
    String notes = String.join(" ", p.notes());
    if (!SameSampling.equal(used, header)) {
      notes = "Used " + used + " s per frame; the header gives " + header + " s. " + notes;
    }
    int scrubbed = 0;
    if (cleaned != null) {
      notes = (notes + " Cleaning: " + String.join(" ", cleaned.steps())).strip();
      for (boolean frame : cleaned.scrubbed()) {
        scrubbed += frame ? 1 : 0;
      }
    }
    long lost = p.quality().stream().filter(q -> !q.kept()).count();
    double[] tsnr =
        p.quality().stream()
            .mapToDouble(RegionQuality::tsnr)
            .filter(v -> !Double.isNaN(v))
            .toArray();
    Figures figures = new Figures(p.signals(), lost, Median.of(tsnr), scrubbed);
    return row("done", job, files, figures, notes);
  }

  /** Figures of a scan that was done before, from its files. */
  static ManifestRow skipped(ScanJob job, ScanFiles files) throws IOException {
    var old = TimeSeriesTable.read(files.signals(), ImportOptions.auto()).signals();
    CellTable table = CellTable.read(files.quality());
    long lost = 0;
    double[] tsnr = new double[table.rows()];
    int n = 0;
    for (int r = 0; r < table.rows(); r++) {
      lost += table.cell(r, "lost").isEmpty() ? 0 : 1;
      if (!table.cell(r, "tsnr").isEmpty()) {
        tsnr[n++] = Double.parseDouble(table.cell(r, "tsnr"));
      }
    }
    double median = Median.of(Arrays.stream(tsnr, 0, n).filter(v -> !Double.isNaN(v)).toArray());
    Figures figures = new Figures(old, lost, median, scrubbed(files));
    return row("skipped", job, files, figures, "done before with the same settings");
  }

  static ManifestRow failed(ScanJob job, String message) {
    return row("failed", job, null, Figures.NONE, message);
  }

  private static int scrubbed(ScanFiles files) throws IOException {
    if (files.motion() == null || !Files.isRegularFile(files.motion())) {
      return 0;
    }
    CellTable table = CellTable.read(files.motion());
    int n = 0;
    for (int row = 0; row < table.rows(); row++) {
      n += table.cell(row, "scrubbed").equals("yes") ? 1 : 0;
    }
    return n;
  }

  /**
   * What the manifest says of a scan in numbers.
   *
   * @param interval time between frames in s, NaN if there is none
   * @param lost regions without a value
   * @param tsnr median over regions, NaN if there is none
   * @param scrubbed frames left out by cleaning
   */
  private record Figures(
      double interval, int frames, int regions, long lost, double tsnr, int scrubbed) {
    static final Figures NONE = new Figures(Double.NaN, 0, 0, 0, Double.NaN, 0);

    Figures(RegionSignals signals, long lost, double tsnr, int scrubbed) {
      this(signals.interval(), signals.frames(), signals.size(), lost, tsnr, scrubbed);
    }
  }

  private static ManifestRow row(
      String status, ScanJob job, ScanFiles files, Figures figures, String message) {
    boolean cleaned = files != null && files.cleaned() != null;
    List<String> cells =
        List.of(
            text(job.person()),
            text(job.session()),
            text(job.run()),
            text(job.site()),
            job.file().toString(),
            Double.isNaN(figures.interval) ? "n/a" : Double.toString(figures.interval),
            Integer.toString(figures.frames),
            Integer.toString(figures.regions),
            Long.toString(figures.lost),
            Double.isNaN(figures.tsnr) ? "n/a" : String.format(Locale.ROOT, "%.2f", figures.tsnr),
            status,
            files == null ? "n/a" : files.signals().getFileName().toString(),
            cleaned ? files.cleaned().getFileName().toString() : "n/a",
            cleaned ? Integer.toString(figures.scrubbed) : "n/a",
            job.confounds() == null ? "n/a" : job.confounds().toString(),
            text(message == null ? "" : message.replaceAll("\\s+", " ")));
    return new ManifestRow(status, cells);
  }

  private static String text(String cell) {
    return cell.isBlank() ? "n/a" : cell;
  }

  /** The row after regions were left out of the tables of all scans. */
  ManifestRow without(List<String> lost) {
    if (status.equals("failed")) {
      return this;
    }
    List<String> changed = new ArrayList<>(cells);
    int message = COLUMNS.indexOf("message");
    String said = "Left out of the tables of all scans, as lost in one: " + String.join(", ", lost);
    String before = cells.get(message).equals("n/a") ? "" : cells.get(message) + " ";
    changed.set(message, before + said + ".");
    if (status.equals("done")) {
      int regions = COLUMNS.indexOf("regions");
      changed.set(regions, Integer.toString(Integer.parseInt(cells.get(regions)) - lost.size()));
    }
    return new ManifestRow(status, changed);
  }

  /** How many scans were done, skipped and failed, and which failed, for the log. */
  public static String summary(List<ManifestRow> rows) {
    return summary(rows, false);
  }

  /**
   * The same.
   *
   * @param dropped true if lost regions were left out of the tables of all scans
   */
  public static String summary(List<ManifestRow> rows, boolean dropped) {
    StringBuilder text = new StringBuilder();
    for (String status : List.of("done", "skipped", "failed")) {
      long count = rows.stream().filter(row -> row.status.equals(status)).count();
      text.append(text.length() > 0 ? ", " : "").append(count).append(' ').append(status);
    }
    int file = COLUMNS.indexOf("file");
    int message = COLUMNS.indexOf("message");
    for (ManifestRow row : rows) {
      if (row.status.equals("failed")) {
        text.append("\nfailed: ").append(row.cells.get(file));
        text.append(": ").append(row.cells.get(message));
      }
    }
    return text.append(lost(rows, dropped)).toString();
  }

  /** Lost regions keep their columns, empty; who reads only the log should know. */
  private static String lost(List<ManifestRow> rows, boolean dropped) {
    int lost = COLUMNS.indexOf("lost");
    List<ManifestRow> with =
        rows.stream()
            .filter(row -> !row.status.equals("failed") && !row.cells.get(lost).equals("0"))
            .toList();
    if (with.isEmpty()) {
      return "";
    }
    ManifestRow worst =
        Collections.max(with, Comparator.comparing(row -> Integer.valueOf(row.cells.get(lost))));
    return String.format(
            Locale.ROOT,
            "%nRegions without a value in %d of %d scans, most in %s: %s of %s. See the quality tables;"
                + " do labels and names belong together?",
            with.size(),
            rows.size(),
            worst.cells.get(COLUMNS.indexOf("file")),
            worst.cells.get(lost),
            worst.cells.get(COLUMNS.indexOf("regions")))
        + (dropped
            ? " They were left out of the tables of all scans."
            : " Train on these with lost=drop, which leaves them out of all scans.");
  }
}
