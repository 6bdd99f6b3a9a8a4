package org.braindyn.scans;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.text.ResultTable;

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

  /** The cell of a column. */
  public String cell(String column) {
    return cells.get(COLUMNS.indexOf(column));
  }

  /** The manifest as a table. */
  public static ResultTable table(List<ManifestRow> rows) {
    ResultTable table = new ResultTable(COLUMNS, ResultTable.Numbers.EXACT);
    rows.forEach(row -> table.row(row.cells));
    return table;
  }

  /** A scan whose result is there; done now, or "skipped" as it was done before. */
  static ManifestRow of(
      ScanJob job, Path folder, ScanFiles files, ScanFigures figures, boolean before) {
    return row(before ? "skipped" : "done", job, folder, files, figures);
  }

  static ManifestRow failed(ScanJob job, String message) {
    ScanFigures none = ScanFigures.NONE;
    ScanFigures figures =
        new ScanFigures(none.interval(), 0, 0, 0, none.tsnr(), 0, message == null ? "" : message);
    return row("failed", job, null, null, figures);
  }

  /** The same as in the list of scans, which does not tell when a scan was done. */
  private ManifestRow listed() {
    if (!status.equals("skipped")) {
      return this;
    }
    List<String> changed = new ArrayList<>(cells);
    changed.set(COLUMNS.indexOf("status"), "done");
    return new ManifestRow("done", changed);
  }

  /** The list of scans as it is written: the same whether it was made in one go or in several. */
  static ResultTable manifest(List<ManifestRow> rows) {
    return table(rows.stream().map(ManifestRow::listed).toList());
  }

  private static ManifestRow row(
      String status, ScanJob job, Path folder, ScanFiles files, ScanFigures figures) {
    boolean cleaned = files != null && files.cleaned() != null;
    List<String> cells =
        List.of(
            text(job.person()),
            text(job.session()),
            text(job.run()),
            text(job.site()),
            job.file().toString(),
            Double.isNaN(figures.interval()) ? "n/a" : Double.toString(figures.interval()),
            Integer.toString(figures.frames()),
            Integer.toString(figures.regions()),
            Long.toString(figures.lost()),
            figures.tsnr(),
            status,
            files == null ? "n/a" : below(folder, files.signals()),
            cleaned ? below(folder, files.cleaned()) : "n/a",
            cleaned ? Integer.toString(figures.scrubbed()) : "n/a",
            job.confounds() == null ? "n/a" : job.confounds().toString(),
            text(figures.message().replaceAll("\\s+", " ")));
    return new ManifestRow(status, cells);
  }

  private static String below(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
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
    int regions = COLUMNS.indexOf("regions");
    changed.set(regions, Integer.toString(Integer.parseInt(cells.get(regions)) - lost.size()));
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
