package org.braindyn.session;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One run of a command, as ImageJ's macros write it.
 *
 * @param command entry of the menu, e.g. "BrainDyn Parcellate..."
 * @param options value by key; a value of null is a box that is ticked
 */
public record MacroLine(String command, Map<String, String> options) {
  /** Keeps the options in their order. */
  public MacroLine {
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }

  /** A line from keys and values in turn; null leaves an option out. */
  public static MacroLine of(String command, String... keysAndValues) {
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      if (keysAndValues[i + 1] != null) {
        options.put(keysAndValues[i], keysAndValues[i + 1]);
      }
    }
    return new MacroLine(command, options);
  }

  /** The option string, e.g. {@code scan=phantom labels=[phantom labels]}. */
  public String optionText() {
    return options.entrySet().stream()
        .map(e -> e.getValue() == null ? e.getKey() : e.getKey() + "=" + bracketed(e.getValue()))
        .collect(Collectors.joining(" "));
  }

  private static String bracketed(String value) {
    boolean plain = value.matches("[^\\s\\[\\]]+");
    return plain ? value : "[" + value + "]";
  }

  /** The line of a macro file. */
  public String text() {
    return options.isEmpty()
        ? "run(" + quoted(command) + ");"
        : "run(" + quoted(command) + ", " + quoted(optionText()) + ");";
  }

  /** A text between quotes as ImageJ's macro language reads it. */
  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
