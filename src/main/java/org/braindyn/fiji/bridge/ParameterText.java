package org.braindyn.fiji.bridge;

import ij.Macro;
import java.io.File;
import org.braindyn.data.BadInput;
import org.scijava.module.ModuleItem;

/** Text of a parameter to its typed value. */
final class ParameterText {
  private ParameterText() {}

  /** Parses {@code text} for a number, text or file parameter. */
  static Object parse(ModuleItem<?> item, String text) {
    Class<?> type = item.getType();
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
      throw new BadInput(item.getName() + "=" + text + " is not " + kind + ".", e);
    }
  }

  // The Recorder writes 30 for a field without digits, but scripts often pass 30.0.
  private static String whole(String text) {
    return text.trim().replaceFirst("\\.0+$", "");
  }

  /** The key under which ImageJ's Recorder writes a dialog field. */
  static String recorderKey(String label) {
    return Macro.trimKey(label);
  }
}
