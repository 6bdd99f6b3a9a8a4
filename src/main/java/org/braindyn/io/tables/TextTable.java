package org.braindyn.io.tables;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.io.NiftiFiles;
import org.braindyn.io.door.Doors;

/**
 * Cells of a text table: comma, tab, semicolon or white space between them, quotes as in RFC 4180,
 * lines starting with # skipped above the first row. Below it such a line is a row if it has as
 * many cells (a spreadsheet's #DIV/0! may stand first), else a comment that is counted.
 *
 * @param rows the cells, trimmed; rows may differ in length
 * @param delimiter what stood between the cells: "comma", "tab", "semicolon" or "white space"
 * @param comments comment lines below the first row
 */
public record TextTable(List<List<String>> rows, String delimiter, int comments) {
  /** What spreadsheets write where a formula has no value. */
  private static final Pattern ERROR =
      Pattern.compile(
          "#(div/0!|value!|ref!|name\\?|num!|null!|spill!|calc!|getting_data|field!|n/a)|err:\\d+",
          Pattern.CASE_INSENSITIVE);

  private static final long LARGEST = 1L << 30;

  /** Something between white space; quotes may hold white space. */
  private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|\\S+");

  public static TextTable read(Path path) throws IOException {
    String name = NiftiFiles.name(path);
    if (!Files.isRegularFile(path)) {
      throw new BadInput("There is no file " + path + ".");
    }
    Doors.refuseUnread(path);
    if (Files.size(path) > LARGEST) {
      throw new BadInput(name + " is larger than 1 GB; save the signals as .npy or .mat.");
    }
    String text = decode(Files.readAllBytes(path), name);
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\\R")) {
      boolean comment = lines.isEmpty() && line.stripLeading().startsWith("#");
      if (!line.isBlank() && !(comment && !error(line))) {
        lines.add(line);
      }
    }
    if (lines.isEmpty()) {
      throw new BadInput(name + " holds no table: it has no line besides comments.");
    }
    boolean hinted = lines.get(0).matches("(?i)sep=[,;\t]"); // Excel's own hint
    char separator = hinted ? lines.get(0).charAt(4) : separator(lines);
    if (hinted) {
      lines.remove(0);
      if (lines.isEmpty()) {
        throw new BadInput(name + " holds no table: it has no line besides its separator.");
      }
    }
    int all = lines.size();
    int width = cells(lines.get(0), separator);
    lines.removeIf(
        line ->
            line.stripLeading().startsWith("#") && !error(line) && cells(line, separator) != width);
    List<List<String>> rows = new ArrayList<>();
    if (separator == ' ') {
      for (String line : lines) {
        rows.add(WORD.matcher(line).results().map(m -> m.group().replace("\"", "")).toList());
      }
    } else {
      CSVFormat format =
          CSVFormat.RFC4180.builder().setDelimiter(separator).setIgnoreEmptyLines(true).get();
      try (CSVParser parser = CSVParser.parse(new StringReader(String.join("\n", lines)), format)) {
        for (CSVRecord record : parser) {
          rows.add(record.stream().map(String::strip).toList());
        }
      } catch (IOException | RuntimeException e) {
        throw new BadInput(name + " is not a well-formed table: " + Reason.of(e), e);
      }
    }
    String kind = separator == '\t' ? "tab" : separator == ',' ? "comma" : "semicolon";
    return new TextTable(
        withoutEmptyEnd(rows), separator == ' ' ? "white space" : kind, all - lines.size());
  }

  /** True if a line's first cell is a spreadsheet's error. */
  private static boolean error(String line) {
    String first = line.strip().split("[,;\t ]", 2)[0].replace("\"", "");
    return ERROR.matcher(first).matches();
  }

  private static int cells(String line, char separator) {
    if (separator == ' ') {
      return (int) WORD.matcher(line).results().count();
    }
    int cells = 1;
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      quoted ^= line.charAt(i) == '"';
      cells += !quoted && line.charAt(i) == separator ? 1 : 0;
    }
    return cells;
  }

  private static char separator(List<String> lines) {
    String first = lines.get(0);
    boolean tab = first.indexOf('\t') >= 0;
    if (tab || lines.size() > 1 && lines.get(1).strip().matches("[-+0-9.eE]+")) {
      return '\t'; // a single column, whatever its header looks like
    }
    if (first.indexOf(',') < 0 || first.indexOf(';') < 0) {
      return first.indexOf(',') >= 0 ? ',' : first.indexOf(';') >= 0 ? ';' : ' ';
    }
    // Both: 1,5;2,5 are two numbers with decimal commas, "Frontal; left",1 is not.
    String[] last = lines.get(lines.size() - 1).split(";");
    boolean numbers = last.length > 1;
    for (String cell : last) {
      numbers &= cell.isBlank() || numeric(cell.strip().replaceFirst(",", "."));
    }
    return numbers ? ';' : ',';
  }

  /** Text in UTF-8, UTF-16 with its mark, or else ISO 8859-1; without the mark. */
  public static String decode(byte[] bytes, String name) {
    int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
    if (mark == 0xfffe || mark == 0xfeff) {
      return new String(bytes, StandardCharsets.UTF_16); // "Unicode text" of Excel; it has a mark
    }
    for (byte b : bytes) {
      if (b == 0) {
        throw new BadInput(name + " is not a text file.");
      }
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      text = new String(bytes, StandardCharsets.ISO_8859_1);
    }
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  /** True if the cell is a number, or a word for a missing one. */
  public static boolean numeric(String cell) {
    return isMissing(cell) || !Double.isNaN(parse(cell));
  }

  /** The cell as a number; NaN for a missing value or for text. */
  public static double parse(String cell) {
    if (isMissing(cell)) {
      return Double.NaN;
    }
    char last = cell.charAt(cell.length() - 1);
    if (Character.isDigit(last) || last == '.') {
      // Double.parseDouble would also take hexadecimal numbers.
      if (cell.indexOf('x') < 0 && cell.indexOf('X') < 0) {
        try {
          return Double.parseDouble(cell);
        } catch (NumberFormatException e) {
          return Double.NaN;
        }
      }
      return Double.NaN;
    }
    return switch (cell.toLowerCase(Locale.ROOT)) {
      case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
      case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
      default -> Double.NaN;
    };
  }

  /** True if a spreadsheet wrote that a formula has no value; #N/A may also be a missing value. */
  static boolean isError(String cell) {
    return !cell.equalsIgnoreCase("#n/a") && ERROR.matcher(cell).matches();
  }

  /** True for the words that stand for a missing value. */
  static boolean isMissing(String cell) {
    return cell.isEmpty()
        || ERROR.matcher(cell).matches()
        || cell.equalsIgnoreCase("none")
        || cell.equals("-")
        || cell.equalsIgnoreCase("-nan")
        || cell.equalsIgnoreCase("<na>")
        || cell.equalsIgnoreCase("nan")
        || cell.equalsIgnoreCase("n/a")
        || cell.equalsIgnoreCase("na")
        || cell.equalsIgnoreCase("#n/a")
        || cell.equalsIgnoreCase("null")
        || cell.equals(".");
  }

  /** Without the empty last columns that separators at the end of every line make. */
  private static List<List<String>> withoutEmptyEnd(List<List<String>> rows) {
    int width = rows.get(0).size();
    if (rows.size() < 2 || rows.stream().anyMatch(row -> row.size() != width)) {
      return rows;
    }
    int kept = width;
    while (kept > 1 && lastIsEmpty(rows, kept)) {
      kept--;
    }
    int used = kept;
    return kept == width ? rows : rows.stream().map(row -> row.subList(0, used)).toList();
  }

  private static boolean lastIsEmpty(List<List<String>> rows, int width) {
    return rows.stream().allMatch(row -> row.get(width - 1).isEmpty());
  }
}
