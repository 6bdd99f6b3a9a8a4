package org.braindyn.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.Places;
import org.braindyn.io.tables.CellTable;
import org.braindyn.io.tables.TimeSeriesTable;
import org.braindyn.scans.ManifestRow;
import org.braindyn.work.Work;

/**
 * The scans of a person as rows, for stores that are no folders of files: what the files of {@code
 * participant} would hold. They are written to a temporary folder of the machine that does it.
 *
 * @param words of a call of {@code participant}
 */
public record ParcelRows(List<String> words) implements Work.Task<String, ArrayList<ParcelRow>> {
  /** A list that every engine can send. */
  public ParcelRows {
    words = new ArrayList<>(words);
  }

  /** The people of the call, in order. */
  public List<String> people() throws IOException {
    BidsOptions call = BidsOptions.of(words.toArray(String[]::new));
    new ParticipantLevel(call, null, null); // refuses at once what cannot be done
    return call.people(BidsApp.people(Places.path(call.bids())));
  }

  @Override
  public ArrayList<ParcelRow> of(String person, Progress progress) {
    try {
      Path folder = Files.createTempDirectory("braindyn-person");
      try {
        return rows(person, folder, progress);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ArrayList<ParcelRow> rows(String person, Path folder, Progress progress)
      throws IOException {
    BidsOptions call = BidsOptions.of(words.toArray(String[]::new));
    Path bids = Places.path(call.bids());
    ParticipantLevel level = new ParticipantLevel(call, bids, folder);
    ArrayList<ParcelRow> rows = new ArrayList<>();
    for (ManifestRow scan : level.scans(List.of(person), folder, progress)) {
      String name = String.valueOf(bids.relativize(Places.path(scan.cell("file"))));
      if (scan.status().equals("failed")) {
        rows.add(row(scan, null, null, null, name));
        continue;
      }
      String made = scan.cell("signals");
      boolean cleaned = !scan.cell("cleaned").equals("n/a");
      Path signals = folder.resolve(cleaned ? scan.cell("cleaned") : made);
      CellTable quality =
          CellTable.read(folder.resolve(made.replaceFirst("_signals\\.tsv$", "_quality.tsv")));
      RegionSignals read = TimeSeriesTable.read(signals, ImportOptions.auto()).signals();
      for (int r = 0; r < quality.rows(); r++) {
        rows.add(row(scan, quality, r, read.values()[r], name));
      }
    }
    return rows;
  }

  private static ParcelRow row(
      ManifestRow scan, CellTable quality, Integer r, double[] values, String name) {
    boolean failed = quality == null;
    return new ParcelRow(
        known(scan.cell("person")),
        known(scan.cell("session")),
        known(scan.cell("run")),
        known(scan.cell("site")),
        number(scan.cell("interval")),
        failed ? null : Integer.valueOf(quality.cell(r, "label")),
        failed ? null : quality.cell(r, "region"),
        failed ? 0 : Long.parseLong(quality.cell(r, "voxels")),
        failed ? Double.NaN : number(quality.cell(r, "tsnr")),
        failed ? null : known(quality.cell(r, "lost")),
        values,
        name,
        known(scan.cell("message")));
  }

  private static String known(String cell) {
    return cell.isBlank() || cell.equals("n/a") ? null : cell;
  }

  private static double number(String cell) {
    return known(cell) == null ? Double.NaN : Double.parseDouble(cell);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
