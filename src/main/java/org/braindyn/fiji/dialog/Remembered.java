package org.braindyn.fiji.dialog;

import ij.Prefs;
import org.braindyn.fiji.schema.CommandSchema;

/** Values of a dialog that a person asked to keep, in ImageJ's preferences; never an image. */
final class Remembered {
  private final String prefix;

  Remembered(CommandSchema schema) {
    prefix = "braindyn." + schema.name() + ".";
  }

  /** Puts remembered values into the dialog; those that are no choice any more are passed over. */
  void load(Editors editors) {
    for (Editor editor : editors.list()) {
      String text = Prefs.get(prefix + editor.field.key(), null);
      if (text != null && editor.remembers()) {
        editor.text(text);
      }
    }
  }

  void save(Editors editors) {
    for (Editor editor : editors.list()) {
      if (editor.remembers()) {
        boolean usual = editor.text().equals(editor.field.initialText());
        Prefs.set(prefix + editor.field.key(), usual ? null : editor.text());
      }
    }
    Prefs.savePreferences();
  }

  void forget(Editors editors) {
    editors.list().forEach(editor -> Prefs.set(prefix + editor.field.key(), (String) null));
    Prefs.savePreferences();
  }
}
