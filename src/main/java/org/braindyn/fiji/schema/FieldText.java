package org.braindyn.fiji.schema;

import java.io.File;
import org.braindyn.data.BadInput;

/** Values of fields as text, and back. */
public final class FieldText {
  private FieldText() {}

  /**
   * Parses a number, text or file.
   *
   * @param key name of the parameter, for messages
   * @return the value; null for no file
   * @throws BadInput if a number is none
   */
  public static Object parse(String key, Class<?> type, String text) {
    if (type == File.class) {
      return text.isBlank() ? null : new File(text);
    }
    if (type == String.class) {
      return text;
    }
    try {
      if (type == int.class) {
        return Integer.parseInt(whole(text));
      }
      if (type == long.class) {
        return Long.parseLong(whole(text));
      }
      return type == float.class ? (Object) Float.parseFloat(text) : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      String kind = type == int.class || type == long.class ? "a whole number" : "a number";
      throw new BadInput(key + "=" + text + " is not " + kind + ".", e);
    }
  }

  // The Recorder writes 30 for a field without digits, but scripts often pass 30.0.
  private static String whole(String text) {
    return text.trim().replaceFirst("\\.0+$", "");
  }

  /** A value as a field shows it: whole numbers without a point. */
  public static String write(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return number == Math.rint(number) && Math.abs(number) < 1e15
          ? Long.toString((long) number)
          : value.toString();
    }
    return value.toString();
  }
}
