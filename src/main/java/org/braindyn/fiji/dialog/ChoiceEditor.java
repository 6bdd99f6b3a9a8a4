package org.braindyn.fiji.dialog;

import javax.swing.JComboBox;
import javax.swing.JComponent;
import org.braindyn.fiji.schema.FieldSchema;

/** One of a few words. */
final class ChoiceEditor extends Editor {
  private final JComboBox<String> box;

  ChoiceEditor(FieldSchema field) {
    super(field);
    box = new JComboBox<>(field.choices().toArray(new String[0]));
    box.setMaximumRowCount(20);
    text(field.initialText());
  }

  @Override
  JComponent component() {
    return box;
  }

  @Override
  String text() {
    return (String) box.getSelectedItem();
  }

  @Override
  void text(String text) {
    if (field.choices().contains(text)) {
      box.setSelectedItem(text);
    }
  }

  @Override
  Object value() {
    return text();
  }
}
