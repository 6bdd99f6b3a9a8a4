package org.braindyn.perturbation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names in double quotes within the text of a perturbation: what they hold separates nothing. */
public final class Quoted {
  /** Signs and words that mean something in the text of a perturbation. */
  private static final Pattern MEANING =
      Pattern.compile(
          "[;,\"#]|\\s{2,}|(^|\\s)("
              + String.join("|", InterventionParser.KEYS)
              + ")(\\s|$)|^(left|right|all|roi)$");

  private Quoted() {}

  /** True if a name must stand in quotes to mean itself. */
  public static boolean needed(String name) {
    return MEANING.matcher(name.trim().toLowerCase(Locale.ROOT)).find();
  }

  /**
   * Parts between separators outside of quotes, with their quotes, none empty. A single quote sign
   * that is never closed is a sign like any other.
   *
   * @param separator one sign; a blank means any white space
   */
  static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : separator;
      boolean blank = separator == ' ' && Character.isWhitespace(c);
      if (i == text.length() || !quoted && (c == separator || blank)) {
        if (!part.toString().isBlank()) {
          parts.add(part.toString());
        }
        part.setLength(0);
        continue;
      }
      if (c == '"') {
        quoted = !quoted && text.indexOf('"', i + 1) > i;
      }
      part.append(c);
    }
    return parts;
  }

  /** A name without the quotes around it. */
  static String strip(String name) {
    boolean quotes = name.length() > 2 && name.startsWith("\"") && name.endsWith("\"");
    return quotes ? name.substring(1, name.length() - 1) : name;
  }
}
