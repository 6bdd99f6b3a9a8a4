package org.braindyn.kind;

import java.util.List;
import org.braindyn.data.BadInput;

/**
 * One thing that a user may choose about a kind of model.
 *
 * @param name word of macros and files, lower case, e.g. "epochs"
 * @param type how its text is read
 * @param preset value without a wish, as text
 * @param least smallest number; NaN where there is none
 * @param most largest number; NaN where there is none
 * @param choices words to choose from; empty for numbers
 * @param unit unit of a number, e.g. "lags"; empty for none
 * @param sentence what it does, without a full stop
 */
public record Setting(
    String name,
    Type type,
    String preset,
    double least,
    double most,
    List<String> choices,
    String unit,
    String sentence) {
  /** How a value is read. */
  public enum Type {
    WHOLE,
    NUMBER,
    WORD
  }

  /** A whole number from least to most. */
  public static Setting whole(
      String name, int preset, int least, int most, String unit, String sentence) {
    return new Setting(
        name, Type.WHOLE, Integer.toString(preset), least, most, List.of(), unit, sentence);
  }

  /** A number from least to most. */
  public static Setting number(
      String name, double preset, double least, double most, String unit, String sentence) {
    return new Setting(
        name, Type.NUMBER, Double.toString(preset), least, most, List.of(), unit, sentence);
  }

  /** One of several words, the first one without a wish. */
  public static Setting word(String name, String sentence, String... choices) {
    return new Setting(
        name, Type.WORD, choices[0], Double.NaN, Double.NaN, List.of(choices), "", sentence);
  }

  /** The same with another value without a wish. */
  public Setting preset(Object value) {
    return new Setting(name, type, check(value.toString()), least, most, choices, unit, sentence);
  }

  /**
   * A text as this setting keeps it.
   *
   * @throws BadInput if it is no value of this setting
   */
  String check(String text) {
    if (type == Type.WORD) {
      if (!choices.contains(text)) {
        throw new BadInput(
            name
                + "="
                + text
                + " is not a choice. Choose from: "
                + String.join(", ", choices)
                + ".");
      }
      return text;
    }
    double value;
    try {
      value = Double.parseDouble(text.trim());
    } catch (NumberFormatException e) {
      throw new BadInput(name + "=" + text + " is not a number. " + mustBe(), e);
    }
    boolean whole = value == Math.rint(value);
    if (!(value >= least && value <= most) || (type == Type.WHOLE && !whole)) {
      throw new BadInput(name + "=" + text.trim() + " is out of range. " + mustBe());
    }
    return type == Type.WHOLE ? Integer.toString((int) value) : Double.toString(value);
  }

  /** Range of a number in words, e.g. "1 to 100". */
  public String range() {
    return number(least) + " to " + number(most) + (unit.isEmpty() ? "" : " " + unit);
  }

  private String mustBe() {
    return "It must be a "
        + (type == Type.WHOLE ? "whole number" : "number")
        + " from "
        + range()
        + ".";
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
