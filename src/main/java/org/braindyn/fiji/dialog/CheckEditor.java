package org.braindyn.fiji.dialog;

import javax.swing.JCheckBox;
import javax.swing.JComponent;
import org.braindyn.fiji.schema.FieldSchema;

/** Yes or no: the label stands behind the box. */
final class CheckEditor extends Editor {
  private final JCheckBox box;

  CheckEditor(FieldSchema field) {
    super(field);
    box = new JCheckBox(field.text(), Boolean.TRUE.equals(field.initial()));
  }

  @Override
  JComponent component() {
    return box;
  }

  @Override
  String text() {
    return Boolean.toString(box.isSelected());
  }

  @Override
  void text(String text) {
    box.setSelected(text.equalsIgnoreCase("true") || text.equals("1"));
  }

  @Override
  Object value() {
    return box.isSelected();
  }
}
