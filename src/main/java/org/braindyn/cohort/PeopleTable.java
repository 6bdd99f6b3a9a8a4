package org.braindyn.cohort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.io.tables.CellTable;

/**
 * What is known of people: a table with a column {@code participant_id} (or {@code person}, {@code
 * subject}), as BIDS' participants.tsv is. Names are the same with and without "sub-".
 */
final class PeopleTable {
  private static final String[] PERSON = {"participant_id", "person", "subject"};
  private static final String USUAL = "participants.tsv";

  private final Map<String, Map<String, String>> rows = new LinkedHashMap<>();

  private PeopleTable() {}

  /** The table that was given, or the one that lies beside the recordings; may be empty. */
  static PeopleTable of(Path given, Path data) throws IOException {
    PeopleTable table = new PeopleTable();
    if (given != null) {
      table.read(given);
    } else if (Files.isDirectory(data)) {
      Path above = data.toAbsolutePath().normalize().getParent();
      for (Path folder : above == null ? new Path[] {data} : new Path[] {data, above}) {
        if (Files.isRegularFile(folder.resolve(USUAL))) {
          table.read(folder.resolve(USUAL));
          break;
        }
      }
    }
    return table;
  }

  private void read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new BadInput("people=" + file + ": there is no such file. Check its name.");
    }
    CellTable cells = CellTable.read(file);
    String key = null;
    for (String column : PERSON) {
      key = key == null && cells.has(column) ? column : key;
    }
    if (key == null) {
      throw new BadInput(
          file.getFileName()
              + " has no column participant_id (or person, or subject); its columns are "
              + cells.names()
              + ". Say there whose line it is.");
    }
    for (int row = 0; row < cells.rows(); row++) {
      Map<String, String> line = new LinkedHashMap<>();
      for (String column : cells.names()) {
        line.put(column, cells.cell(row, column));
      }
      String person = bare(cells.cell(row, key));
      if (rows.put(person, line) != null) {
        throw new BadInput(
            String.format(
                "%s, line %d: person %s stands there twice. Keep one line for each person.",
                file.getFileName(), row + 2, person));
      }
    }
  }

  /** What is known of a person; empty if nothing is. */
  Map<String, String> of(String person) {
    return rows.getOrDefault(bare(person), Map.of());
  }

  private static String bare(String person) {
    return person.startsWith("sub-") ? person.substring(4) : person;
  }
}
