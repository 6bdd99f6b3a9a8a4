package org.braindyn.fiji.dialog;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JScrollPane;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import org.braindyn.fiji.schema.FieldSchema;

/**
 * Regions by name: what is typed filters the list of names that the chosen images know; a click
 * takes one. Several stand between commas.
 */
final class RegionEditor extends TextEditor {
  private final JPanel panel = new JPanel(new BorderLayout(4, 0));
  private final JPopupMenu popup = new JPopupMenu();
  private final DefaultListModel<String> found = new DefaultListModel<>();
  private final JList<String> list = new JList<>(found);
  private List<String> names = List.of();
  private boolean taking;

  RegionEditor(FieldSchema field) {
    super(field);
    JButton show = new JButton("Regions\u2026");
    show.addActionListener(e -> open(""));
    panel.add(line, BorderLayout.CENTER);
    panel.add(show, BorderLayout.EAST);
    JScrollPane scroll = new JScrollPane(list);
    scroll.setPreferredSize(new Dimension(260, 170));
    popup.add(scroll);
    popup.setFocusable(false);
    list.addListSelectionListener(e -> take(e.getValueIsAdjusting()));
    line.getDocument().addDocumentListener(new Typed());
    line.addKeyListener(
        new KeyAdapter() {
          @Override
          public void keyPressed(KeyEvent e) {
            if (popup.isVisible() && e.getKeyCode() == KeyEvent.VK_DOWN && !found.isEmpty()) {
              list.setSelectedIndex(0);
              e.consume();
            }
          }
        });
  }

  /** Opens the list as a person types. */
  private final class Typed implements DocumentListener {
    @Override
    public void insertUpdate(DocumentEvent e) {
      if (!taking && line.hasFocus()) {
        open(last());
      }
    }

    @Override
    public void removeUpdate(DocumentEvent e) {
      insertUpdate(e);
    }

    @Override
    public void changedUpdate(DocumentEvent e) {}
  }

  @Override
  void refresh(Editors all) {
    names = all.regionNames();
  }

  /** What stands behind the last comma. */
  private String last() {
    return line.getText().substring(line.getText().lastIndexOf(',') + 1).trim();
  }

  static List<String> filter(List<String> names, String typed) {
    String part = typed.toLowerCase(Locale.ROOT);
    List<String> starting = new ArrayList<>();
    List<String> holding = new ArrayList<>();
    for (String name : names) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.startsWith(part)) {
        starting.add(name);
      } else if (lower.contains(part)) {
        holding.add(name);
      }
    }
    starting.addAll(holding);
    return starting;
  }

  private void open(String typed) {
    List<String> matching = filter(names, typed);
    found.clear();
    matching.forEach(found::addElement);
    if (matching.isEmpty() || matching.equals(List.of(typed))) {
      popup.setVisible(false);
    } else if (!popup.isVisible() && line.isShowing()) {
      popup.show(line, 0, line.getHeight());
      line.requestFocusInWindow();
    }
  }

  private void take(boolean still) {
    String name = list.getSelectedValue();
    if (name == null || still) {
      return;
    }
    taking = true;
    String before = line.getText();
    int comma = before.lastIndexOf(',');
    boolean more = !names.contains(last()) || comma >= 0;
    String kept = comma < 0 ? "" : before.substring(0, comma + 1) + " ";
    line.setText(more ? kept + name : before.trim() + ", " + name);
    taking = false;
    list.clearSelection();
    popup.setVisible(false);
    line.requestFocusInWindow();
  }

  @Override
  JComponent component() {
    return panel;
  }

  @Override
  JComponent focus() {
    return line;
  }
}
