package org.braindyn.fiji.dialog;

import javax.swing.JComponent;
import javax.swing.JTextField;
import org.braindyn.data.BadInput;
import org.braindyn.fiji.schema.FieldSchema;
import org.braindyn.fiji.schema.FieldText;

/** A number or a line of text. */
class TextEditor extends Editor {
  final JTextField line;

  TextEditor(FieldSchema field) {
    super(field);
    line = new JTextField(field.initialText(), field.number() ? 8 : 24);
  }

  @Override
  JComponent component() {
    return line;
  }

  @Override
  String text() {
    return line.getText().trim();
  }

  @Override
  void text(String text) {
    line.setText(text);
  }

  @Override
  Object value() {
    if (!field.number()) {
      if (text().isEmpty() && field.required()) {
        throw wrong("something must stand here");
      }
      return line.getText();
    }
    Object number;
    try {
      number = FieldText.parse(field.key(), field.type(), text());
    } catch (BadInput e) {
      throw wrong("\"" + text() + "\" is no " + (whole() ? "whole number" : "number"));
    }
    if (!field.range().holds(((Number) number).doubleValue())) {
      throw wrong(text() + " is out of range; it must be " + field.range().words());
    }
    return number;
  }

  private boolean whole() {
    return field.type() == int.class || field.type() == long.class;
  }
}
