package org.braindyn.fiji.schema;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A words file: how a person is asked for a command's parameters. One line per field, {@code key:
 * Label (unit)}, {@code key[kind]: Label (unit)}; lines that begin with {@code @} say more
 * (docs/extending.md).
 */
final class Words {
  private static final Pattern FIELD =
      Pattern.compile("([a-z][a-z0-9]*)(?:\\[([a-z-]+)])?: ([^(]+?)(?: \\((.*)\\))?");

  /** How one field is called, and where it stands. */
  record Field(String label, String unit, String kind, String group, boolean folded) {}

  final Map<String, Field> fields = new LinkedHashMap<>();
  final List<String> about = new ArrayList<>();
  final List<Preset> presets = new ArrayList<>();
  final Map<String, String> outputs = new LinkedHashMap<>();
  final List<String> cites = new ArrayList<>();
  final List<String> see = new ArrayList<>();

  private String group = "";
  private boolean folded;

  /** Words for keys that mean the same in many commands. */
  static Words common() {
    return read(Words.class, "common.words");
  }

  /** Words of a command; empty if it has none. */
  static Words of(Class<?> command) {
    return read(command, command.getSimpleName() + ".words");
  }

  private static Words read(Class<?> beside, String name) {
    Words words = new Words();
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in != null) {
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .forEach(line -> words.add(name, line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a broken jar
    }
    return words;
  }

  private void add(String file, String line) {
    if (line.startsWith("@")) {
      String[] parts = line.substring(1).split(" ", 2);
      more(parts[0], parts.length > 1 ? parts[1].strip() : "");
      return;
    }
    Matcher field = FIELD.matcher(line);
    if (!field.matches()) {
      throw new IllegalStateException(file + ": not key: Label (unit): " + line);
    }
    fields.put(
        field.group(1),
        new Field(field.group(3), text(field.group(4)), text(field.group(2)), group, folded));
  }

  private void more(String word, String rest) {
    switch (word) {
      case "about" -> about.add(rest);
      case "group" -> group = rest;
      case "advanced" -> {
        folded = true;
        group = "";
      }
      case "preset" -> presets.add(preset(rest));
      case "output" -> outputs.put(rest.split(" ", 2)[0], rest.split(" ", 2)[1]);
      case "cite" -> cites.addAll(Arrays.asList(rest.split(" +")));
      case "see" -> see.addAll(Arrays.asList(rest.split(" +")));
      default -> throw new IllegalStateException("words know no @" + word);
    }
  }

  // Rest fMRI | low=0.01 high=0.1 columns=[trans_*, rot_*]
  private static Preset preset(String text) {
    String[] parts = text.split("\\|", 2);
    Map<String, String> values = new LinkedHashMap<>();
    Matcher value = Pattern.compile("([a-z0-9]+)=(\\[[^]]*]|\\S+)").matcher(parts[1]);
    while (value.find()) {
      values.put(value.group(1), value.group(2).replaceAll("^\\[|]$", ""));
    }
    return new Preset(parts[0].strip(), values);
  }

  private static String text(String maybe) {
    return maybe == null ? "" : maybe;
  }
}
