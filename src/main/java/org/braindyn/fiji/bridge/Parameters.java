package org.braindyn.fiji.bridge;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.scijava.ItemIO;
import org.scijava.plugin.Parameter;

/** Checks a command's inputs against the ranges and choices its annotations state. */
final class Parameters {
  private Parameters() {}

  static void check(Object command) {
    for (Class<?> type = command.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        Parameter parameter = field.getAnnotation(Parameter.class);
        if (parameter != null && parameter.type() != ItemIO.OUTPUT) {
          field.setAccessible(true);
          try {
            check(command, field.getName(), field.get(command), parameter);
          } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
          }
        }
      }
    }
  }

  private static void check(Object command, String name, Object value, Parameter parameter) {
    if (value == null) {
      if (parameter.required()) {
        throw new BadInput("\"" + name + "\" is missing: " + parameter.description() + ".");
      }
      return;
    }
    if (value instanceof Number number) {
      checkRange(name, number.doubleValue(), parameter);
    }
    List<String> choices = choices(command, name, Arrays.asList(parameter.choices()));
    if (!choices.isEmpty() && !choices.contains(value.toString())) {
      throw new BadInput(
          name
              + "="
              + value
              + " is not a choice. Choose from: "
              + String.join(", ", choices)
              + ".");
    }
  }

  /** What a parameter can be chosen from; empty for any value. */
  static List<String> choices(Object command, String name, List<String> stated) {
    return command instanceof ListedChoices listed && !listed.choices(name).isEmpty()
        ? listed.choices(name)
        : stated;
  }

  private static void checkRange(String name, double value, Parameter parameter) {
    double min = bound(parameter.min(), Double.NEGATIVE_INFINITY);
    double max = bound(parameter.max(), Double.POSITIVE_INFINITY);
    if (!(value >= min && value <= max) || Double.isInfinite(value)) {
      String range =
          parameter.max().isEmpty() && parameter.min().isEmpty()
              ? "a number"
              : parameter.max().isEmpty()
                  ? "at least " + parameter.min()
                  : parameter.min().isEmpty()
                      ? "at most " + parameter.max()
                      : "from " + parameter.min() + " to " + parameter.max();
      throw new BadInput(name + "=" + text(value) + " is out of range. It must be " + range + ".");
    }
  }

  private static double bound(String text, double none) {
    return text.isEmpty() ? none : Double.parseDouble(text);
  }

  private static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
