package org.braindyn.guide;

import java.util.List;

/**
 * One thing that a step asks.
 *
 * @param key of the macro
 * @param label what a person reads, with unit
 * @param kind how it is given
 * @param preset value if nobody says otherwise; {@code {folder}} stands for the folder of results
 * @param slot what made earlier is taken, e.g. "signals"; empty for none
 * @param choices to choose from; empty for any
 * @param required whether the step cannot do without
 */
public record Field(
    String key,
    String label,
    Kind kind,
    String preset,
    String slot,
    List<String> choices,
    boolean required) {
  /** How a value is given. */
  public enum Kind {
    TEXT,
    IMAGE,
    OPEN,
    SAVE,
    CHOICE,
    TICK,
    /** Not shown: a part of the command. */
    FIXED
  }

  static Field text(String key, String label, String preset) {
    return new Field(key, label, Kind.TEXT, preset, "", List.of(), false);
  }

  static Field fixed(String key, String value) {
    return new Field(key, "", Kind.FIXED, value, "", List.of(), false);
  }

  /** A box that is ticked by the preset "true". */
  static Field tick(String key, String label, boolean preset) {
    return new Field(key, label, Kind.TICK, Boolean.toString(preset), "", List.of(), false);
  }

  static Field open(String key, String label, boolean required) {
    return new Field(key, label, Kind.OPEN, "", "", List.of(), required);
  }

  static Field save(String key, String label, String preset) {
    return new Field(key, label, Kind.SAVE, preset, "", List.of(), true);
  }

  /** An image that an earlier step made. */
  static Field image(String key, String label, String slot) {
    return new Field(key, label, Kind.IMAGE, "", slot, List.of(), true);
  }

  /** The same, if there is one. */
  static Field maybe(String key, String label, String slot) {
    return new Field(key, label, Kind.IMAGE, "", slot, List.of(), false);
  }

  /** A file that an earlier step wrote. */
  static Field made(String key, String label, String slot) {
    return new Field(key, label, Kind.OPEN, "", slot, List.of(), true);
  }

  static Field choice(String key, String label, String... choices) {
    return new Field(key, label, Kind.CHOICE, choices[0], "", List.of(choices), false);
  }
}
