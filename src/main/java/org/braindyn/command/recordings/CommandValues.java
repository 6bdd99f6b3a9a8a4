package org.braindyn.command.recordings;

import ij.ImagePlus;
import java.io.File;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.braindyn.session.MacroLine;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** What a command was asked and what it answered, read from its parameters. */
final class CommandValues {
  private final Command command;

  CommandValues(Command command) {
    this.command = command;
  }

  /** Its name in the menu, e.g. "BrainDyn Embed". */
  String title() {
    return command.getClass().getAnnotation(Plugin.class).label();
  }

  /** Parameters that it sets, in their order. */
  List<Field> outputs() {
    return fields(ItemIO.OUTPUT);
  }

  private List<Field> fields(ItemIO type) {
    List<Field> all = new ArrayList<>();
    for (Class<?> c = command.getClass(); c != null; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        Parameter parameter = field.getAnnotation(Parameter.class);
        if (parameter != null && parameter.type() == type) {
          all.add(field);
        }
      }
    }
    return all;
  }

  /** Its value now. */
  Object of(Field field) {
    return of(field, command);
  }

  private static Object of(Field field, Command of) {
    try {
      field.setAccessible(true);
      return field.get(of);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What it is called, e.g. "Importance of regions". */
  String label(Field field) {
    String label = field.getAnnotation(Parameter.class).label();
    String words = label.isBlank() ? field.getName() : label;
    return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
  }

  /** The macro line that repeats it: every input that is not the default. */
  String macro() {
    Map<String, String> options = new LinkedHashMap<>();
    Command fresh = fresh();
    for (Field field : fields(ItemIO.INPUT)) {
      Object value = of(field);
      boolean ours = value instanceof File || value instanceof ImagePlus || simple(value);
      if (ours && !Objects.equals(value, of(field, fresh))) {
        if (value instanceof Boolean) {
          options.put(field.getName(), null);
        } else {
          String text = value instanceof ImagePlus image ? image.getTitle() : value.toString();
          options.put(field.getName(), text);
        }
      }
    }
    return new MacroLine(title() + "...", options).text();
  }

  private static boolean simple(Object value) {
    return value instanceof Number || value instanceof String || value instanceof Boolean;
  }

  private Command fresh() {
    try {
      return command.getClass().getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
