package org.braindyn.fiji.bridge;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.braindyn.data.BadInput;

/**
 * The option string of a macro call: {@code key=value key=[value with spaces] flag}. ImageJ's own
 * search for a key inside the whole string would find {@code k=} inside {@code top_k=}.
 */
final class MacroOptions {
  private final Map<String, String> values = new LinkedHashMap<>();

  /**
   * @param options as given to {@code run(command, options)}; null or blank means none
   */
  MacroOptions(String options) {
    String text = options == null ? "" : options.trim();
    int at = 0;
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
        continue;
      }
      int end = at;
      while (end < text.length()
          && text.charAt(end) != '='
          && !Character.isWhitespace(text.charAt(end))) {
        end++;
      }
      String key = text.substring(at, end).toLowerCase(java.util.Locale.ROOT);
      String value = null;
      if (end < text.length() && text.charAt(end) == '=') {
        int start = end + 1;
        end = valueEnd(text, start);
        value = text.substring(start, end);
        if (value.startsWith("[")) {
          value = value.substring(1, value.length() - 1);
        }
      }
      if (values.containsKey(key) && !Objects.equals(values.get(key), value)) {
        throw new BadInput(
            "The macro gives " + key + " twice, with different values. Leave one of them.");
      }
      values.put(key, value);
      at = end;
    }
  }

  private static int valueEnd(String text, int start) {
    int end = start;
    if (start < text.length() && text.charAt(start) == '[') {
      int depth = 0;
      do {
        char c = text.charAt(end++);
        depth += c == '[' ? 1 : c == ']' ? -1 : 0;
      } while (end < text.length() && depth > 0);
      if (depth > 0) {
        throw new BadInput(
            "The macro options have an opening [ without its ]: " + text.substring(start));
      }
      return end;
    }
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** The keys in the order given. */
  Iterable<String> keys() {
    return values.keySet();
  }

  /** True if the key was given, with or without a value. */
  boolean has(String key) {
    return values.containsKey(key);
  }

  /** Value of a key without its brackets; null if it was not given or is a bare word. */
  String get(String key) {
    return values.get(key);
  }

  /** True for a bare word or {@code key=true}. */
  boolean flag(String key) {
    if (!has(key)) {
      return false;
    }
    String value = get(key);
    if (value == null || value.equalsIgnoreCase("true") || value.equals("1")) {
      return true;
    }
    if (value.equalsIgnoreCase("false") || value.equals("0")) {
      return false;
    }
    throw new BadInput(key + "=" + value + " is neither true nor false.");
  }
}
