package org.braindyn.io.brainvision;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.braindyn.data.BadInput;

/** Sections and keys of a BrainVision text file; section and key names in lower case. */
final class IniText {
  private static final long LARGEST = 1L << 26;

  private final Map<String, Map<String, String>> sections = new LinkedHashMap<>();
  final String file;
  final String first;

  private IniText(String file, String text) {
    this.file = file;
    String[] lines = text.split("\\R");
    first = lines[0].strip();
    Map<String, String> section = new LinkedHashMap<>();
    for (String raw : lines) {
      String line = raw.strip();
      int equals = line.indexOf('=');
      if (line.startsWith("[") && line.endsWith("]")) {
        String name = line.substring(1, line.length() - 1).toLowerCase(Locale.ROOT);
        section = sections.computeIfAbsent(name, k -> new LinkedHashMap<>());
      } else if (!line.startsWith(";") && equals > 0) {
        String key = line.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        section.putIfAbsent(key, line.substring(equals + 1).strip());
      }
    }
  }

  static IniText read(Path path) throws IOException {
    String file = path.getFileName().toString();
    if (Files.size(path) > LARGEST) {
      throw new BadInput(
          file + " has " + Files.size(path) + " bytes; a BrainVision text file is small.");
    }
    byte[] bytes = Files.readAllBytes(path);
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      text = new String(bytes, StandardCharsets.ISO_8859_1);
    }
    IniText ini = new IniText(file, text.startsWith("\ufeff") ? text.substring(1) : text);
    // The comment section is prose, whatever its lines look like.
    ini.sections.remove("comment");
    return ini;
  }

  /** All keys of a section, in order; empty if there is no such section. */
  Map<String, String> section(String name) {
    return sections.getOrDefault(name, Map.of());
  }

  /** A value; empty if the key is not there. */
  String get(String section, String key) {
    return section(section).getOrDefault(key, "");
  }

  /** A value that is a number; NaN if the key is not there. */
  double number(String section, String key) {
    String value = get(section, key);
    return value.isEmpty() ? Double.NaN : parse(value, key);
  }

  /** A number; its decimal sign may be a comma. */
  double parse(String value, String what) {
    try {
      return Double.parseDouble(value.replace(',', '.'));
    } catch (NumberFormatException e) {
      throw new BadInput(file + ": " + what + "=" + value + " is no number.", e);
    }
  }

  /** The parts of a value between commas, {@code \1} being a comma within one. */
  static String[] parts(String value) {
    String[] parts = value.split(",", -1);
    for (int i = 0; i < parts.length; i++) {
      parts[i] = parts[i].replace("\\1", ",").strip();
    }
    return parts;
  }
}
