package org.braindyn.fiji.dialog;

import ij.IJ;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.Map;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import org.braindyn.fiji.schema.CommandSchema;
import org.braindyn.fiji.schema.Preset;

/**
 * The window that asks for a command's inputs. It stays filled until its values are taken: what is
 * wrong is said at its foot, and the field is marked. Images can be opened while it waits.
 */
final class CommandDialog extends JDialog {
  /** Height in pixels that no dialog goes beyond; a fold that is opened scrolls. */
  static final int TALLEST = 600;

  private static final long serialVersionUID = 1;
  private static final int WIDEST = 680;
  private static final int TEXT_WIDTH = 500;
  private static final String NO_PRESET = "\u2013 as set below \u2013";

  private final transient CommandSchema schema;
  private final transient Editors editors;
  private final transient Remembered remembered;
  private final transient Form form;
  private final transient Answer answer;
  private final JLabel wrong = new JLabel();

  /** Who is told how the dialog ended. */
  interface Answer {
    /** Values by key, and as text for the Recorder. */
    void taken(Map<String, Object> values);

    /** Closed without an answer. */
    void cancelled();

    /** Asked for the help page. */
    void help();
  }

  CommandDialog(CommandSchema schema, Answer answer, boolean modal) {
    super(IJ.getInstance(), schema.title(), modal);
    this.schema = schema;
    this.answer = answer;
    editors = new Editors(schema);
    remembered = new Remembered(schema);
    remembered.load(editors);
    form = new Form(schema, editors);
    form.addPropertyChangeListener("fold", e -> fit());
    JScrollPane scroll = new JScrollPane(form);
    scroll.setBorder(null);
    scroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
    add(top(), BorderLayout.NORTH);
    add(scroll, BorderLayout.CENTER);
    add(foot(), BorderLayout.SOUTH);
    setDefaultCloseOperation(DO_NOTHING_ON_CLOSE);
    addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosing(WindowEvent e) {
            cancel();
          }

          @Override
          public void windowActivated(WindowEvent e) {
            editors.refresh(); // an image may have been opened meanwhile
          }
        });
    getRootPane()
        .registerKeyboardAction(
            e -> cancel(),
            KeyStroke.getKeyStroke("ESCAPE"),
            JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT);
    fit();
    Rectangle screen = screen();
    setLocation(
        screen.x + (screen.width - getWidth()) / 2, screen.y + (screen.height - getHeight()) / 3);
  }

  private JPanel top() {
    JPanel top = new JPanel(new BorderLayout(0, 6));
    top.setBorder(BorderFactory.createEmptyBorder(8, 12, 2, 12));
    JLabel about = new JLabel(wrapped(schema.description(), TEXT_WIDTH));
    about.setFont(about.getFont().deriveFont(Font.PLAIN));
    top.add(about, BorderLayout.NORTH);
    if (!schema.presets().isEmpty()) {
      JComboBox<String> box = new JComboBox<>();
      box.addItem(NO_PRESET);
      schema.presets().forEach(preset -> box.addItem(preset.name()));
      box.addActionListener(e -> preset(box.getSelectedIndex() - 1));
      box.setToolTipText("Sets the values that go together; each can be changed after");
      JPanel line = new JPanel(new BorderLayout(10, 0));
      line.add(new JLabel("Preset"), BorderLayout.WEST);
      line.add(box, BorderLayout.CENTER);
      top.add(line, BorderLayout.CENTER);
    }
    return top;
  }

  private void preset(int index) {
    if (index >= 0) {
      Preset preset = schema.presets().get(index);
      editors.reset(preset.values().keySet());
      editors.set(preset);
      say("");
    }
  }

  private JPanel foot() {
    JPanel foot = new JPanel(new BorderLayout());
    foot.setBorder(BorderFactory.createEmptyBorder(2, 12, 8, 12));
    wrong.setForeground(new Color(190, 30, 30));
    wrong.setVisible(false);
    wrong.setBorder(BorderFactory.createEmptyBorder(0, 0, 6, 0));
    foot.add(wrong, BorderLayout.NORTH);
    JPanel left = new JPanel(new FlowLayout(FlowLayout.LEFT, 0, 0));
    left.add(button("Help", answer::help));
    JButton values = button("Values \u25be", () -> {});
    values.addActionListener(e -> memory().show(values, 0, values.getHeight()));
    left.add(values);
    JPanel right = new JPanel(new FlowLayout(FlowLayout.RIGHT, 4, 0));
    right.add(button("Cancel", this::cancel));
    JButton ok = button("OK", this::take);
    right.add(ok);
    getRootPane().setDefaultButton(ok);
    foot.add(left, BorderLayout.WEST);
    foot.add(right, BorderLayout.EAST);
    return foot;
  }

  private static JButton button(String text, Runnable action) {
    JButton button = new JButton(text);
    button.addActionListener(e -> action.run());
    return button;
  }

  private JPopupMenu memory() {
    JPopupMenu menu = new JPopupMenu();
    menu.add(item("Remember these values", () -> remembered.save(editors)));
    menu.add(item("Back to the usual values", editors::reset));
    menu.add(item("Forget what was remembered", () -> remembered.forget(editors)));
    return menu;
  }

  private static JMenuItem item(String text, Runnable action) {
    JMenuItem item = new JMenuItem(text);
    item.addActionListener(e -> action.run());
    return item;
  }

  private void take() {
    try {
      Map<String, Object> values = editors.values();
      form.unmark();
      say("");
      setVisible(false);
      answer.taken(values);
    } catch (Editors.Refused e) {
      say(e.said());
      form.mark(e.editor());
    }
  }

  private void cancel() {
    dispose();
    answer.cancelled();
  }

  /** Shows it, with what was wrong with the values that it gave. */
  void ask(String message) {
    editors.refresh();
    say(message);
    Editor meant = message.isEmpty() ? null : editors.meant(message);
    if (meant == null) {
      form.first();
    } else {
      form.mark(meant);
    } // not the presets, where a turn of the wheel would change many values
    setVisible(true);
  }

  private void say(String message) {
    wrong.setText(message.isEmpty() ? "" : wrapped(message, TEXT_WIDTH));
    wrong.setVisible(!message.isEmpty());
    fit();
  }

  private void fit() {
    pack();
    Rectangle screen = screen();
    boolean scrolls = getHeight() > TALLEST;
    setSize(
        new Dimension(
            Math.min(WIDEST, getWidth() + (scrolls ? 18 : 0)), Math.min(TALLEST, getHeight())));
    int below = getY() + getHeight() - (screen.y + screen.height);
    if (isVisible() && below > 0) {
      setLocation(getX(), Math.max(screen.y, getY() - below));
    }
  }

  private Rectangle screen() {
    return getGraphicsConfiguration().getBounds();
  }

  private static String wrapped(String text, int width) {
    String safe = text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>");
    return text.length() < 80
        ? "<html>" + safe + "</html>"
        : "<html><div style='width:" + width * 3 / 4 + "px'>" + safe + "</div></html>";
  }
}
