package org.braindyn.fiji.dialog;

import java.awt.BorderLayout;
import java.io.File;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.braindyn.fiji.schema.FieldSchema;

/** A file or folder: typed, or chosen by a button. */
final class FileEditor extends Editor {
  private static File lastFolder;

  private final JPanel panel = new JPanel(new BorderLayout(4, 0));
  private final JTextField line;

  FileEditor(FieldSchema field) {
    super(field);
    line = new JTextField(field.initialText(), 20);
    JButton browse = new JButton("Browse\u2026");
    browse.addActionListener(e -> browse());
    panel.add(line, BorderLayout.CENTER);
    panel.add(browse, BorderLayout.EAST);
    panel.setOpaque(false);
  }

  private void browse() {
    JFileChooser chooser = new JFileChooser();
    boolean folder = field.style().equals("directory");
    boolean both = field.kind().equals("any") || field.style().equals("both");
    chooser.setFileSelectionMode(
        folder
            ? JFileChooser.DIRECTORIES_ONLY
            : both ? JFileChooser.FILES_AND_DIRECTORIES : JFileChooser.FILES_ONLY);
    chooser.setDialogTitle(field.text());
    File now = text().isEmpty() ? lastFolder : new File(text()).getAbsoluteFile();
    if (now != null) {
      chooser.setSelectedFile(now);
    }
    chooser.setApproveButtonText(field.style().equals("save") ? "Write here" : "Choose");
    if (chooser.showDialog(panel, null) == JFileChooser.APPROVE_OPTION) {
      line.setText(chooser.getSelectedFile().getPath());
      lastFolder = chooser.getSelectedFile();
    }
  }

  @Override
  JComponent component() {
    return panel;
  }

  @Override
  JComponent focus() {
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
    if (text().isEmpty()) {
      if (field.required()) {
        throw wrong(
            field.style().equals("directory") ? "choose a folder" : "choose or type a file");
      }
      return null;
    }
    File file = new File(text());
    if (field.opens() && !file.exists()) {
      throw wrong("there is no file " + file);
    }
    return file;
  }
}
