package org.braindyn.training;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.braindyn.data.BadInput;

/**
 * A table of recordings, .csv or .tsv with a header. Columns {@code person} (or {@code subject}, or
 * {@code participant_id}) and {@code file} are needed; {@code session}, {@code run}, {@code site}
 * and {@code TR} (s) are used if they are there, others are ignored. Files are looked up beside the
 * manifest.
 */
public final class Manifest {
  private static final String[] PERSON = {"person", "subject", "participant_id"};

  private Manifest() {}

  /**
   * Reads a manifest and checks that every file is there and listed once.
   *
   * @param interval time between samples in s where the table has no TR; NaN if files say it
   */
  public static List<DataSetEntry> read(Path path, double interval) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new BadInput("There is no manifest or folder " + path + ".");
    }
    boolean tabs = path.toString().toLowerCase(Locale.ROOT).endsWith(".tsv");
    CSVFormat format =
        (tabs ? CSVFormat.TDF : CSVFormat.RFC4180)
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setIgnoreSurroundingSpaces(true)
            .get();
    List<DataSetEntry> entries = new ArrayList<>();
    Set<Path> seen = new HashSet<>();
    try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8);
        CSVParser table = CSVParser.parse(reader, format)) {
      for (CSVRecord row : table) {
        Map<String, String> cells = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        cells.putAll(row.toMap());
        String where = path.getFileName() + ", line " + (row.getRecordNumber() + 1);
        DataSetEntry entry = entry(cells, where, path, interval);
        if (!seen.add(entry.file())) {
          throw new BadInput(where + ": " + entry.file() + " is listed twice. Remove one line.");
        }
        entries.add(entry);
      }
    } catch (IllegalArgumentException e) {
      throw new BadInput(path + " is not a well-formed table: " + e.getMessage(), e);
    }
    if (entries.isEmpty()) {
      throw new BadInput(path + " lists no recording. Give a line for each.");
    }
    return entries;
  }

  private static DataSetEntry entry(
      Map<String, String> cells, String where, Path path, double interval) {
    String person = "";
    for (String name : PERSON) {
      person = person.isEmpty() ? cells.getOrDefault(name, "") : person;
    }
    String file = cells.getOrDefault("file", "");
    if (person.isEmpty() || file.isEmpty()) {
      throw new BadInput(
          where
              + " needs a person and a file. The columns are "
              + cells.keySet()
              + "; \"person\" and \"file\" must be among them and filled.");
    }
    Path resolved = path.toAbsolutePath().resolveSibling(file).normalize();
    if (!Files.isRegularFile(resolved)) {
      throw new BadInput(
          where + ": there is no file " + resolved + ". Paths count from the manifest's folder.");
    }
    String text = cells.getOrDefault("TR", "");
    double seconds = interval;
    if (!text.isEmpty()) {
      try {
        seconds = Double.parseDouble(text);
      } catch (NumberFormatException e) {
        throw new BadInput(where + ": the TR is \"" + text + "\". Give seconds, e.g. 0.72.", e);
      }
      if (!(seconds > 0)) {
        throw new BadInput(where + ": the TR is " + text + ". It must be above 0 s.");
      }
    }
    return new DataSetEntry(
        person,
        cells.getOrDefault("session", ""),
        cells.getOrDefault("run", ""),
        cells.getOrDefault("site", ""),
        resolved,
        seconds);
  }
}
