package org.braindyn.training.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.braindyn.data.BadInput;
import org.braindyn.data.unit.SamplingInterval;
import org.braindyn.io.Places;
import org.braindyn.io.tables.CellTable;

/**
 * A table of recordings, .csv or .tsv with a header, or the manifest that Parcellate Folder writes.
 * Columns {@code person} (or {@code subject}, or {@code participant_id}) and {@code file} (or
 * {@code signals} or {@code cleaned}, the last of these that is there) are needed; {@code session},
 * {@code run}, {@code site}, {@code TR} or {@code interval} (s) and {@code part} (train,
 * validation, test, unused) and {@code table_run} (which run of a table that holds several, 1, 2
 * ...) are used if they are there, others are ignored. Files are looked up beside the manifest;
 * lines whose {@code status} is failed are left out.
 *
 * @param entries one per recording
 * @param notes what was left out and why
 * @param cells all cells of an entry's line by column in lower case, one map per entry
 */
public record Manifest(
    List<DataSetEntry> entries, List<String> notes, List<Map<String, String>> cells) {
  private static final String[] PERSON = {"person", "subject", "participant_id"};
  private static final String[] FILE = {"cleaned", "signals", "file"};
  private static final String[] INTERVAL = {"tr", "interval", "repetition_time"};

  /** Recordings of a folder, of which nothing else is known. */
  public Manifest(List<DataSetEntry> entries, List<String> notes) {
    this(entries, notes, Collections.nCopies(entries.size(), Map.of()));
  }

  /**
   * Reads a manifest and checks that every file is there and listed once.
   *
   * @param interval time between samples in s where the table has no TR; NaN if files say it
   */
  public static Manifest read(Path path, double interval) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new BadInput("There is no manifest or folder " + path + ".");
    }
    CellTable table = CellTable.read(path);
    List<DataSetEntry> entries = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    List<Map<String, String>> cells = new ArrayList<>();
    Set<List<Object>> seen = new HashSet<>();
    for (int row = 0; row < table.rows(); row++) {
      String where = path.getFileName() + ", line " + (row + 2);
      if (table.cell(row, "status").equalsIgnoreCase("failed")) {
        notes.add(where + " is left out: its parcellation failed.");
        continue;
      }
      DataSetEntry entry = entry(table, row, where, path, interval);
      if (!seen.add(List.of(entry.file(), entry.tableRun()))) {
        throw new BadInput(
            where
                + ": "
                + entry.file()
                + " is listed twice. Remove one line, or if the table holds several runs, say which"
                + " in a column table_run (1, 2 ...).");
      }
      entries.add(entry);
      cells.add(cells(table, row));
    }
    if (entries.isEmpty()) {
      throw new BadInput(path + " lists no recording. Give a line for each.");
    }
    return new Manifest(entries, notes, cells);
  }

  private static Map<String, String> cells(CellTable table, int row) {
    Map<String, String> cells = new LinkedHashMap<>();
    table.names().forEach(name -> cells.put(name, table.cell(row, name)));
    return cells;
  }

  private static DataSetEntry entry(
      CellTable table, int row, String where, Path path, double interval) {
    String person = first(table, row, PERSON);
    String file = first(table, row, FILE);
    if (person.isEmpty() || file.isEmpty()) {
      throw new BadInput(
          where
              + " needs a person and a file. The columns are "
              + table.names()
              + "; \"person\" and \"file\" must be among them and filled. (For a folder of recordings give"
              + " the folder.)");
    }
    Path folder = path.toAbsolutePath().getParent();
    Path resolved = Places.within(folder, file).normalize();
    if (!Files.isRegularFile(resolved)) {
      throw new BadInput(
          where + ": there is no file " + resolved + ". Paths count from the manifest's folder.");
    }
    String part = table.cell(row, "part").toLowerCase(Locale.ROOT);
    if (!SplitTable.PARTS.contains(part) && !part.isEmpty()) {
      throw new BadInput(
          where + ": the part is \"" + part + "\". It must be one of " + SplitTable.PARTS + ".");
    }
    return new DataSetEntry(
        person,
        table.cell(row, "session"),
        table.cell(row, "run"),
        table.cell(row, "site"),
        resolved,
        seconds(first(table, row, INTERVAL), where, interval),
        part,
        run(table.cell(row, "table_run"), where));
  }

  private static int run(String text, String where) {
    if (text.isEmpty()) {
      return 0;
    }
    if (!text.matches("[1-9]\\d{0,5}")) {
      throw new BadInput(
          where + ": table_run is \"" + text + "\". Give 1 for the first run of the table, 2 ...");
    }
    return Integer.parseInt(text);
  }

  private static double seconds(String text, String where, double otherwise) {
    if (text.isEmpty()) {
      return otherwise;
    }
    double seconds;
    try {
      seconds = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new BadInput(where + ": the TR is \"" + text + "\". Give seconds, e.g. 0.72.", e);
    }
    if (!(seconds > 0)) {
      throw new BadInput(where + ": the TR is " + text + ". It must be above 0 s.");
    }
    if (!SamplingInterval.SIGNALS.plausible(seconds)) {
      throw new BadInput(
          SamplingInterval.SIGNALS.doubt(seconds, where + ": the TR") + " Give seconds.");
    }
    return seconds;
  }

  private static String first(CellTable table, int row, String[] columns) {
    for (String column : columns) {
      if (!table.cell(row, column).isEmpty()) {
        return table.cell(row, column);
      }
    }
    return "";
  }
}
