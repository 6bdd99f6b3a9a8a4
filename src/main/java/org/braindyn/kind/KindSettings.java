package org.braindyn.kind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.braindyn.data.BadInput;
import org.braindyn.data.Seed;

/** Values of a kind's settings: what the user wished, and the presets of all else. Immutable. */
public final class KindSettings {
  private static final String BETWEEN = "[;,]";

  private final String kind;
  private final Map<String, Setting> schema;
  private final Map<String, String> wished;
  private final Seed seed;

  private KindSettings(
      String kind, Map<String, Setting> schema, Map<String, String> wished, Seed seed) {
    this.kind = kind;
    this.schema = schema;
    this.wished = Map.copyOf(wished);
    this.seed = seed;
  }

  /** A kind's presets, with seed 1. */
  public static KindSettings defaults(ModelKind kind) {
    Map<String, Setting> schema = new LinkedHashMap<>();
    kind.settings().forEach(s -> schema.put(s.name(), s));
    return new KindSettings(kind.name(), schema, Map.of(), Seed.of(1));
  }

  /** True if the kind has such a setting. */
  public boolean has(String name) {
    return schema.containsKey(name);
  }

  /**
   * The same with one value changed.
   *
   * @param value a number or a word
   * @throws BadInput if the kind has no such setting or the value is out of its range
   */
  public KindSettings with(String name, Object value) {
    Map<String, String> all = new TreeMap<>(wished);
    all.put(name, setting(name).check(String.valueOf(value)));
    return new KindSettings(kind, schema, all, seed);
  }

  /**
   * The same with values of a text.
   *
   * @param text e.g. {@code "order=2; ridge=100"}; empty for none
   * @throws BadInput that names the part that cannot be used
   */
  public KindSettings with(String text) {
    KindSettings result = this;
    for (String part : text.isBlank() ? new String[0] : text.split(BETWEEN)) {
      int at = part.indexOf('=');
      if (at < 0) {
        throw new BadInput(
            "settings="
                + text
                + ": \""
                + part.trim()
                + "\" is no name=value. Write e.g. "
                + example()
                + ".");
      }
      result = result.with(part.substring(0, at).trim(), part.substring(at + 1).trim());
    }
    return result;
  }

  /** The same with another seed. */
  public KindSettings with(Seed value) {
    return new KindSettings(kind, schema, wished, value);
  }

  /** The same values for another kind, as far as it has settings of these names. */
  public KindSettings carriedTo(ModelKind other) {
    KindSettings result = defaults(other).with(seed);
    for (Map.Entry<String, String> wish : wished.entrySet()) {
      result = result.has(wish.getKey()) ? result.with(wish.getKey(), wish.getValue()) : result;
    }
    return result;
  }

  /** A whole number. */
  public int whole(String name) {
    return Integer.parseInt(value(name));
  }

  /** A number. */
  public double number(String name) {
    return Double.parseDouble(value(name));
  }

  /** A word. */
  public String word(String name) {
    return value(name);
  }

  /** Fixes all that is drawn. */
  public Seed seed() {
    return seed;
  }

  /** All values by name, numbers as numbers, in the schema's order; for files. */
  public Map<String, Object> values() {
    Map<String, Object> all = new LinkedHashMap<>();
    for (Setting s : schema.values()) {
      all.put(
          s.name(),
          switch (s.type()) {
            case WHOLE -> whole(s.name());
            case NUMBER -> number(s.name());
            case WORD -> word(s.name());
          });
    }
    return all;
  }

  private String value(String name) {
    Setting setting = setting(name);
    return wished.getOrDefault(name, setting.preset());
  }

  private Setting setting(String name) {
    Setting setting = schema.get(name);
    if (setting == null) {
      throw new BadInput(
          String.format(
              "%s: \"%s\" has no such setting. %s",
              name,
              kind,
              schema.isEmpty()
                  ? "It has none."
                  : "Its settings are "
                      + String.join(", ", new ArrayList<>(schema.keySet()))
                      + "."));
    }
    return setting;
  }

  private String example() {
    return schema.values().stream()
        .findFirst()
        .map(s -> s.name() + "=" + s.preset())
        .orElse("nothing: this kind has no settings");
  }

  /** The kind's settings, in order. */
  public List<Setting> schema() {
    return List.copyOf(schema.values());
  }
}
