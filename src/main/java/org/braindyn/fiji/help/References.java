package org.braindyn.fiji.help;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.braindyn.fiji.schema.CommandSchema;

/** What to cite, and which commands were used in this session. */
public final class References {
  private static final Map<String, String> ALL = read();
  private static final Set<String> USED = new LinkedHashSet<>();

  private References() {}

  /**
   * A reference by its key.
   *
   * @return null if there is none
   */
  public static String of(String key) {
    return ALL.get(key);
  }

  /** Remembers that a command was used. */
  public static synchronized void use(CommandSchema command) {
    USED.addAll(command.cites());
  }

  /** The references of all that was used since ImageJ started; always the plugin's own. */
  public static synchronized String used() {
    Set<String> keys = new LinkedHashSet<>(Set.of("plugin"));
    keys.add("braindyn");
    keys.addAll(USED);
    StringBuilder text = new StringBuilder();
    keys.forEach(key -> text.append(of(key)).append('\n'));
    return text.toString();
  }

  private static Map<String, String> read() {
    Map<String, String> all = new LinkedHashMap<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                References.class.getResourceAsStream("references.txt"), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        int bar = line.indexOf('|');
        if (bar > 0) {
          all.put(line.substring(0, bar).strip(), line.substring(bar + 1).strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a broken jar
    }
    return all;
  }
}
