package org.braindyn.fiji.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Entries of the menu by the class of their command, as plugins.config has them. */
public final class MenuNames {
  private static final Pattern LINE =
      Pattern.compile("[^,]+, \"([^\"]+)\", [\\w.]+\\(\"([^\"]+)\"\\)");

  private static final Map<String, String> NAMES = read();

  private MenuNames() {}

  private static Map<String, String> read() {
    Map<String, String> names = new HashMap<>();
    try (InputStream in = MenuNames.class.getResourceAsStream("/plugins.config")) {
      if (in != null) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        Matcher matcher = LINE.matcher(text);
        while (matcher.find()) {
          names.put(matcher.group(2), matcher.group(1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }

  /** The entry of a command; null if it has none. */
  public static String of(String commandClass) {
    return NAMES.get(commandClass);
  }
}
