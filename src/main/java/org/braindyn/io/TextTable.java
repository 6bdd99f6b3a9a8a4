package org.braindyn.io;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.braindyn.data.BadInput;

/**
 * Cells of a text table: comma, tab, semicolon or white space between them, quotes as in RFC 4180,
 * lines starting with # skipped.
 *
 * @param rows the cells, trimmed; rows may differ in length
 * @param delimiter what stood between the cells: "comma", "tab", "semicolon" or "white space"
 */
record TextTable(List<List<String>> rows, String delimiter) {
  private static final long LARGEST = 1L << 30;

  static TextTable read(Path path) throws IOException {
    String name = NiftiFiles.name(path);
    if (!Files.isRegularFile(path)) {
      throw new BadInput("There is no file " + path + ".");
    }
    if (Files.size(path) > LARGEST) {
      throw new BadInput(name + " is larger than 1 GB; save the signals as .npy or .mat.");
    }
    String text = decode(Files.readAllBytes(path), name);
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\\R")) {
      if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
        lines.add(line);
      }
    }
    if (lines.isEmpty()) {
      throw new BadInput(name + " holds no table: it has no line besides comments.");
    }
    String first = lines.get(0);
    char separator = separator(first);
    List<List<String>> rows = new ArrayList<>();
    if (separator == ' ') {
      for (String line : lines) {
        rows.add(Arrays.asList(line.strip().split("\\s+")));
      }
    } else {
      CSVFormat format =
          CSVFormat.RFC4180.builder().setDelimiter(separator).setIgnoreEmptyLines(true).get();
      try (CSVParser parser = CSVParser.parse(new StringReader(String.join("\n", lines)), format)) {
        for (CSVRecord record : parser) {
          rows.add(record.stream().map(String::strip).toList());
        }
      } catch (IOException | RuntimeException e) {
        throw new BadInput(name + " is not a well-formed table: " + e.getMessage(), e);
      }
    }
    String kind = separator == '\t' ? "tab" : separator == ',' ? "comma" : "semicolon";
    return new TextTable(withoutEmptyEnd(rows), separator == ' ' ? "white space" : kind);
  }

  private static char separator(String line) {
    for (char c : new char[] {'\t', ',', ';'}) {
      if (line.indexOf(c) >= 0) {
        return c;
      }
    }
    return ' ';
  }

  private static String decode(byte[] bytes, String name) {
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
  static boolean numeric(String cell) {
    return isMissing(cell) || !Double.isNaN(parse(cell));
  }

  /** The cell as a number; NaN for a missing value or for text. */
  static double parse(String cell) {
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

  private static boolean isMissing(String cell) {
    return cell.isEmpty()
        || cell.equalsIgnoreCase("nan")
        || cell.equalsIgnoreCase("n/a")
        || cell.equals("NA");
  }

  /** Without the empty last column that a separator at the end of every line makes. */
  private static List<List<String>> withoutEmptyEnd(List<List<String>> rows) {
    int width = rows.get(0).size();
    boolean empty =
        width > 1
            && rows.size() > 1
            && rows.stream().allMatch(r -> r.size() == width && r.get(width - 1).isEmpty());
    return empty ? rows.stream().map(r -> r.subList(0, width - 1)).toList() : rows;
  }
}
