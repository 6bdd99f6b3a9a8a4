package org.braindyn.fiji.bridge;

import ij.ImagePlus;
import ij.plugin.frame.Recorder;
import java.util.Map;
import org.braindyn.fiji.images.OpenImages;
import org.braindyn.fiji.schema.CommandSchema;
import org.braindyn.fiji.schema.FieldSchema;
import org.braindyn.fiji.schema.FieldText;

/** What the Recorder writes of a dialog: the keys of macros, whatever words the dialog showed. */
final class RecordedLine {
  private final String command = Recorder.record ? Recorder.getCommand() : null;

  /**
   * Writes the line of a command that has run; one that failed or was closed leaves none.
   *
   * @param values as the dialog gave them
   */
  void write(CommandSchema schema, Map<String, Object> values) {
    if (!Recorder.record || command == null) {
      return;
    }
    String other = Recorder.getCommand(); // another command may have begun while this one ran
    Recorder.setCommand(command);
    for (FieldSchema field : schema.fields()) {
      option(field, values.get(field.key()));
    }
    Recorder.saveCommand();
    if (other != null && !other.equals(command)) {
      Recorder.setCommand(other);
    }
  }

  /** Forgets a command that was not run. */
  void drop() {
    if (Recorder.record && command != null && command.equals(Recorder.getCommand())) {
      Recorder.setCommand(null);
    }
  }

  private static void option(FieldSchema field, Object value) {
    if (field.type() == boolean.class) {
      if (Boolean.TRUE.equals(value)) {
        Recorder.recordOption(field.key());
      }
      return;
    }
    Recorder.recordOption(field.key(), text(field, value));
  }

  static String text(FieldSchema field, Object value) {
    if (field.type() == ImagePlus.class) {
      return value == null ? OpenImages.NONE : ((ImagePlus) value).getTitle();
    }
    String text = FieldText.write(value);
    if (text.isEmpty()) {
      return "[]"; // as ImageJ's own dialogs write it
    }
    return text.matches("[A-Za-z]:\\\\.*") ? text.replace('\\', '/') : text; // a Windows path
  }
}
