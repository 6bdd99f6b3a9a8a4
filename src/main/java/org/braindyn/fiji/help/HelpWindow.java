package org.braindyn.fiji.help;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JEditorPane;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.event.HyperlinkEvent;
import javax.swing.text.html.HTMLDocument;
import javax.swing.text.html.HTMLEditorKit;
import org.braindyn.fiji.schema.CommandSchema;

/**
 * The help window: pages at the left, one of them at the right; all of it comes with the plugin.
 */
public final class HelpWindow extends JFrame {
  /** The page to begin with. */
  public static final String START = "Start";

  private static final String GLOSSARY = "Glossary";
  private static final String PAGE = "page:";
  private static final long serialVersionUID = 1;

  private static HelpWindow open;

  private final transient List<CommandSchema> commands;
  private final DefaultListModel<String> names = new DefaultListModel<>();
  private final JList<String> list = new JList<>(names);
  private final JEditorPane pane = new JEditorPane();
  private final JLabel said = new JLabel(" ");

  private HelpWindow(List<CommandSchema> commands) {
    super("BrainDyn Help");
    this.commands = commands;
    names.addElement(START);
    names.addElement(GLOSSARY);
    commands.forEach(command -> names.addElement(command.title().replace("BrainDyn ", "")));
    HTMLEditorKit kit = new HTMLEditorKit();
    kit.getStyleSheet().addRule("body { font-family: sans-serif; font-size: 12pt; margin: 8px }");
    kit.getStyleSheet().addRule("h1 { font-size: 17pt } h2 { font-size: 14pt; margin-top: 12px }");
    kit.getStyleSheet().addRule("code, pre { font-family: monospaced; font-size: 11pt }");
    pane.setEditorKit(kit);
    pane.setEditable(false);
    pane.addHyperlinkListener(this::follow);
    list.addListSelectionListener(e -> show(list.getSelectedIndex()));
    JScrollPane left = new JScrollPane(list);
    left.setPreferredSize(new Dimension(190, 480));
    JScrollPane right = new JScrollPane(pane);
    right.setPreferredSize(new Dimension(620, 480));
    add(left, BorderLayout.WEST);
    add(right, BorderLayout.CENTER);
    add(foot(), BorderLayout.SOUTH);
    pack();
  }

  private JPanel foot() {
    JPanel foot = new JPanel(new FlowLayout(FlowLayout.LEFT, 8, 4));
    foot.setBorder(BorderFactory.createEmptyBorder(0, 4, 0, 4));
    JButton cite = new JButton("Cite");
    cite.setToolTipText("Copies the references of what was used in this session");
    cite.addActionListener(
        e -> {
          Toolkit.getDefaultToolkit()
              .getSystemClipboard()
              .setContents(new StringSelection(References.used()), null);
          said.setText("The references of what was used are on the clipboard.");
        });
    foot.add(cite);
    foot.add(said);
    return foot;
  }

  /**
   * Opens a page.
   *
   * @param commands all commands
   * @param page {@link #START}, or the simple name of a command's class
   */
  public static void show(List<CommandSchema> commands, String page) {
    EventQueue.invokeLater(
        () -> {
          if (open == null) {
            open = new HelpWindow(commands);
          }
          open.list.setSelectedIndex(open.index(page));
          open.list.ensureIndexIsVisible(open.list.getSelectedIndex());
          open.setVisible(true);
          open.toFront();
        });
  }

  private int index(String page) {
    for (int c = 0; c < commands.size(); c++) {
      if (commands.get(c).name().equals(page)) {
        return c + 2;
      }
    }
    return page.equals(GLOSSARY) ? 1 : 0;
  }

  private void show(int index) {
    if (index < 0) {
      return;
    }
    pane.setText(
        index > 1
            ? HelpPages.page(commands.get(index - 2), commands)
            : resource(index == 0 ? "start.html" : "glossary.html"));
    URL here = HelpWindow.class.getResource("start.html");
    ((HTMLDocument) pane.getDocument()).setBase(here); // pictures lie beside it in the jar
    pane.setCaretPosition(0);
    said.setText(" ");
  }

  private void follow(HyperlinkEvent event) {
    String to = event.getDescription();
    if (event.getEventType() == HyperlinkEvent.EventType.ACTIVATED && to.startsWith(PAGE)) {
      list.setSelectedIndex(index(to.substring(PAGE.length())));
    }
  }

  static String resource(String name) {
    try (InputStream in = HelpWindow.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a broken jar
    }
  }
}
