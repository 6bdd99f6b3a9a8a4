package org.braindyn.fiji.guide;

import java.awt.BorderLayout;
import java.io.File;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import org.braindyn.guide.Field;

/** How one field of a step is given. */
final class FieldRow {
  private FieldRow() {}

  /**
   * The component.
   *
   * @param value at first
   * @param given hears every change
   */
  static JComponent of(Field field, String value, Consumer<String> given) {
    return switch (field.kind()) {
      case TICK -> tick(value, given);
      case CHOICE -> choice(field, value, given);
      case OPEN, SAVE -> file(field, value, given);
      default -> text(value, given);
    };
  }

  private static JComponent tick(String value, Consumer<String> given) {
    JCheckBox box = new JCheckBox("", value.equals("true"));
    box.addActionListener(e -> given.accept(Boolean.toString(box.isSelected())));
    return box;
  }

  private static JComponent choice(Field field, String value, Consumer<String> given) {
    JComboBox<String> box = new JComboBox<>(field.choices().toArray(new String[0]));
    box.setSelectedItem(value);
    box.addActionListener(e -> given.accept((String) box.getSelectedItem()));
    return box;
  }

  private static JTextField text(String value, Consumer<String> given) {
    JTextField text = new JTextField(value, 24);
    text.getDocument()
        .addDocumentListener(
            new DocumentListener() {
              @Override
              public void insertUpdate(DocumentEvent event) {
                given.accept(text.getText());
              }

              @Override
              public void removeUpdate(DocumentEvent event) {
                given.accept(text.getText());
              }

              @Override
              public void changedUpdate(DocumentEvent event) {
                given.accept(text.getText());
              }
            });
    return text;
  }

  private static JComponent file(Field field, String value, Consumer<String> given) {
    JTextField text = text(value, given);
    JButton browse = new JButton("Browse...");
    browse.addActionListener(
        e -> {
          JFileChooser chooser = new JFileChooser(new File(text.getText()).getAbsoluteFile());
          boolean saves = field.kind() == Field.Kind.SAVE;
          int answer = saves ? chooser.showSaveDialog(browse) : chooser.showOpenDialog(browse);
          if (answer == JFileChooser.APPROVE_OPTION) {
            text.setText(chooser.getSelectedFile().getPath());
          }
        });
    JPanel row = new JPanel(new BorderLayout(4, 0));
    row.add(text, BorderLayout.CENTER);
    row.add(browse, BorderLayout.EAST);
    return row;
  }
}
