package org.braindyn.io.worms;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.braindyn.data.BadInput;

/** A CSV table with a header whose quoted cells may go over several lines. */
final class LongTable implements AutoCloseable {
  private final String file;
  private final CSVParser parser;
  private final List<String> columns;

  LongTable(Path path) throws IOException {
    file = path.getFileName().toString();
    BufferedReader in = Files.newBufferedReader(path, StandardCharsets.UTF_8);
    parser =
        CSVParser.parse(
            in, CSVFormat.DEFAULT.builder().setTrim(true).setIgnoreEmptyLines(true).build());
    List<String> names = new ArrayList<>();
    var rows = parser.iterator();
    if (rows.hasNext()) {
      rows.next().forEach(cell -> names.add(key(cell)));
    }
    columns = List.copyOf(names);
  }

  private static String key(String cell) {
    return cell.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT);
  }

  /** Number of the first of some columns that is there, -1 if none is. */
  int column(String... names) {
    for (String name : names) {
      if (columns.contains(name)) {
        return columns.indexOf(name);
      }
    }
    return -1;
  }

  /** Column names in lower case. */
  List<String> columns() {
    return columns;
  }

  /** Something done with every row. */
  interface Row {
    void take(CSVRecord cells, long line);
  }

  /** Goes through all rows; those that are cut off are refused. */
  void forEach(Row row) {
    try {
      for (CSVRecord cells : parser) {
        if (cells.size() != columns.size()) {
          throw new BadInput(
              String.format(
                  "%s: the row that ends in line %d has %d cells, the header %d. Was the file"
                      + " copied whole?",
                  file, parser.getCurrentLineNumber(), cells.size(), columns.size()));
        }
        row.take(cells, parser.getCurrentLineNumber());
      }
    } catch (IllegalStateException | java.io.UncheckedIOException e) {
      boolean encoding = e.getCause() instanceof MalformedInputException;
      throw new BadInput(
          file
              + (encoding
                  ? " is not in UTF-8. Save it again in that encoding."
                  : " ends within a quoted cell or has a quote too many near line "
                      + parser.getCurrentLineNumber()
                      + ". Copy or download it again."),
          e);
    }
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
