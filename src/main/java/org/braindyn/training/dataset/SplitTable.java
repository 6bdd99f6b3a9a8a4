package org.braindyn.training.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.text.ResultTable;
import org.braindyn.io.tables.CellTable;
import org.braindyn.io.tables.TimeSeriesWriter;
import org.braindyn.signal.Split;

/** Who trains, validates and tests, as a table: columns person, file and part. */
public final class SplitTable {
  /** What a person may do. */
  public static final List<String> PARTS = List.of("train", "validation", "test", "unused");

  private static final List<String> COLUMNS =
      List.of("person", "session", "run", "site", "file", "part");

  private SplitTable() {}

  /** Writes one line per recording. */
  public static void write(Path file, DataSet data, Split split) throws IOException {
    ResultTable table = new ResultTable(COLUMNS, ResultTable.Numbers.EXACT);
    for (int i = 0; i < data.entries().size(); i++) {
      DataSetEntry e = data.entries().get(i);
      String name = e.file().getFileName().toString();
      table.row(e.person(), e.session(), e.run(), e.site(), name, part(split, i));
    }
    TimeSeriesWriter.write(file, table);
  }

  /** The part of a recording. */
  public static String part(Split split, int recording) {
    return split.train().contains(recording)
        ? "train"
        : split.validation().contains(recording)
            ? "validation"
            : split.test().contains(recording) ? "test" : "unused";
  }

  /**
   * Reads who trains, validates and tests.
   *
   * @param file table with the columns person and part, e.g. one that a training wrote
   */
  public static Split read(Path file, DataSet data) throws IOException {
    CellTable table = CellTable.read(file);
    if (!table.has("person") || !table.has("part")) {
      throw new BadInput(
          file + " needs the columns person and part; its columns are " + table.names() + ".");
    }
    Map<String, String> parts = new HashMap<>();
    for (int row = 0; row < table.rows(); row++) {
      String person = table.cell(row, "person");
      String part = table.cell(row, "part").toLowerCase(Locale.ROOT);
      String where = file.getFileName() + ", line " + (row + 2);
      if (!PARTS.contains(part)) {
        throw new BadInput(
            where + ": the part of " + person + " is \"" + part + "\". Use one of " + PARTS + ".");
      }
      if (!data.persons().contains(person)) {
        throw new BadInput(where + ": there is no recording of person " + person + ".");
      }
      String before = parts.put(person, part);
      if (before != null && !before.equals(part)) {
        throw new BadInput(
            where
                + ": person "
                + person
                + " stands in both the "
                + before
                + " and the "
                + part
                + " part. Put every person into one part.");
      }
    }
    return of(data, parts, file.getFileName().toString());
  }

  /**
   * The split that the manifest's own column "part" fixes.
   *
   * @return null if the manifest has no such column
   */
  public static Split ofManifest(DataSet data) {
    Map<String, String> parts = new HashMap<>();
    boolean any = false;
    for (DataSetEntry entry : data.entries()) {
      any |= !entry.part().isEmpty();
      String before = parts.put(entry.person(), entry.part());
      if (before != null && !before.equals(entry.part())) {
        throw new BadInput(
            String.format(
                "%s: person %s stands in both the \"%s\" and the \"%s\" part, so the error would be"
                    + " too good. Put all recordings of a person into one part.",
                entry.file().getFileName(), entry.person(), before, entry.part()));
      }
    }
    return any ? of(data, parts, "The manifest's column part") : null;
  }

  private static Split of(DataSet data, Map<String, String> parts, String source) {
    List<List<Integer>> lists = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < data.entries().size(); i++) {
      String person = data.entries().get(i).person();
      String part = parts.getOrDefault(person, "");
      if (part.isEmpty()) {
        throw new BadInput(
            source + " does not say whether " + person + " trains. Give every person a part.");
      }
      int p = PARTS.indexOf(part);
      if (p < lists.size()) {
        lists.get(p).add(i);
      }
    }
    return new Split(lists.get(0), lists.get(1), lists.get(2)).check(data.persons());
  }
}
