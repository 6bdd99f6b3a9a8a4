package org.braindyn.fiji.dialog;

import javax.swing.JComponent;
import org.braindyn.data.BadInput;
import org.braindyn.fiji.schema.FieldSchema;

/** Where a person gives one value. */
abstract class Editor {
  final FieldSchema field;

  Editor(FieldSchema field) {
    this.field = field;
  }

  /** What stands in the dialog. */
  abstract JComponent component();

  /** What gets the keyboard. */
  JComponent focus() {
    return component();
  }

  /** The value as a macro writes it. */
  abstract String text();

  /** Sets it. */
  abstract void text(String text);

  /**
   * The typed value; null for none.
   *
   * @throws BadInput that names the field if there is none
   */
  abstract Object value();

  /** Looks again at what is open; does nothing where that does not matter. */
  void refresh(Editors all) {}

  /** True if the value is worth remembering. */
  boolean remembers() {
    return true;
  }

  final BadInput wrong(String what) {
    return new BadInput(field.label() + ": " + what + (what.endsWith(".") ? "" : "."));
  }
}
