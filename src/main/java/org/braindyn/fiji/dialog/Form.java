package org.braindyn.fiji.dialog;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.Scrollable;
import org.braindyn.fiji.schema.CommandSchema;
import org.braindyn.fiji.schema.FieldSchema;

/** The rows of a dialog: label and editor, headings of groups, and the fold. */
final class Form extends JPanel implements Scrollable {
  private static final long serialVersionUID = 1;
  private static final int ROW = 24;
  private static final Color WRONG = new Color(190, 30, 30);

  private final transient Editors editors;
  private final List<JComponent> hidden = new ArrayList<>();
  private final int foldedFields;
  private JButton fold;
  private boolean open;
  private int row;
  private JComponent marked;

  Form(CommandSchema schema, Editors editors) {
    super(new GridBagLayout());
    this.editors = editors;
    setBorder(BorderFactory.createEmptyBorder(4, 12, 4, 12));
    foldedFields = schema.folded().size();
    rows(schema.shown(), false);
    if (foldedFields > 0) {
      addFold();
      rows(schema.folded(), true);
    }
    open(false);
  }

  private void addFold() {
    fold = new JButton();
    fold.setHorizontalAlignment(JButton.LEFT);
    fold.setBorderPainted(false);
    fold.setContentAreaFilled(false);
    fold.setMargin(new Insets(0, 0, 0, 0));
    fold.setToolTipText("What a newcomer never needs to touch");
    fold.addActionListener(e -> open(!open));
    add(fold, at(0, 2, new Insets(6, 0, 2, 0)));
    row++;
  }

  private void rows(List<FieldSchema> fields, boolean folded) {
    String group = "";
    for (FieldSchema field : fields) {
      if (!field.group().equals(group)) {
        group = field.group();
        JLabel heading = new JLabel(group);
        heading.setFont(heading.getFont().deriveFont(Font.BOLD));
        keep(heading, folded);
        add(heading, at(0, 2, new Insets(7, 0, 1, 0)));
        row++;
      }
      Editor editor = editors.get(field.key());
      JComponent component = editor.component();
      String tip = tip(field);
      component.setToolTipText(tip);
      editor.focus().setToolTipText(tip);
      editor.focus().getAccessibleContext().setAccessibleName(field.text());
      keep(component, folded);
      if (field.type() != boolean.class) {
        JLabel label = new JLabel(field.text());
        label.setFont(label.getFont().deriveFont(Font.PLAIN));
        label.setToolTipText(tip);
        label.setLabelFor(editor.focus());
        keep(label, folded);
        add(label, at(0, 1, new Insets(1, 0, 1, 10)));
      }
      Dimension size = component.getPreferredSize();
      component.setPreferredSize(new Dimension(field.number() ? 90 : 290, ROW));
      component.setMinimumSize(component.getPreferredSize());
      if (field.type() == boolean.class) {
        component.setFont(component.getFont().deriveFont(Font.PLAIN));
        component.setPreferredSize(new Dimension(size.width, ROW));
      }
      GridBagConstraints place = at(1, 1, new Insets(1, 0, 1, 0));
      place.fill = field.number() ? GridBagConstraints.NONE : GridBagConstraints.HORIZONTAL;
      add(component, place);
      row++;
    }
  }

  private static String tip(FieldSchema field) {
    return "<html><div style='width:260px'>"
        + field.help().replace("&", "&amp;").replace("<", "&lt;")
        + "<br><i>in macros: "
        + field.key()
        + "</i></div></html>";
  }

  private GridBagConstraints at(int column, int width, Insets insets) {
    GridBagConstraints c = new GridBagConstraints();
    c.gridx = column;
    c.gridy = row;
    c.gridwidth = width;
    c.anchor = GridBagConstraints.WEST;
    c.weightx = column;
    c.insets = insets;
    return c;
  }

  private void keep(JComponent component, boolean folded) {
    if (folded) {
      hidden.add(component);
    }
  }

  /** Opens or closes the fold. */
  void open(boolean on) {
    open = on;
    hidden.forEach(component -> component.setVisible(on));
    if (fold != null) {
      fold.setText((on ? "\u25be" : "\u25b8") + " Advanced (" + foldedFields + ")");
    }
    firePropertyChange("fold", !on, on);
  }

  /** Shows a field that something is wrong with. */
  void mark(Editor editor) {
    unmark();
    if (editor == null) {
      return;
    }
    if (editor.field.folded()) {
      open(true);
    }
    marked = editor.component();
    marked.setBorder(BorderFactory.createLineBorder(WRONG, 2));
    editor.focus().requestFocusInWindow();
    scrollRectToVisible(new Rectangle(marked.getLocation(), marked.getSize()));
  }

  /** Gives the keyboard to the first field. */
  void first() {
    editors.list().get(0).focus().requestFocusInWindow();
  }

  void unmark() {
    if (marked != null) {
      marked.setBorder(null);
      marked.updateUI();
      marked = null;
    }
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return getPreferredSize();
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return ROW;
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
    return visible.height;
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return true;
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    return false;
  }
}
