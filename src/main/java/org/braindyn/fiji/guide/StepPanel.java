package org.braindyn.fiji.guide;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.awt.Rectangle;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.Scrollable;
import org.braindyn.guide.Field;
import org.braindyn.guide.Guide;

/** What the step at hand asks, and the line it will run. */
final class StepPanel extends JPanel implements Scrollable {
  private static final long serialVersionUID = 1;
  private static final int LINE = 16;
  private static final Color WRONG = new Color(0xa0, 0x1a, 0x1a);

  private final transient Guide guide;
  private final JLabel title = new JLabel();
  private final JTextArea sentence = area();
  private final JPanel fields = new JPanel(new GridBagLayout());
  private final JTextArea line = area();
  private final JTextArea said = area();
  private final JTextArea before = area();

  StepPanel(Guide guide) {
    super(new BorderLayout(6, 6));
    this.guide = guide;
    title.setFont(title.getFont().deriveFont(Font.BOLD, 16f));
    line.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 11));
    line.setBorder(BorderFactory.createTitledBorder("Macro line"));
    JPanel top = new JPanel(new BorderLayout(2, 2));
    top.add(title, BorderLayout.NORTH);
    top.add(sentence, BorderLayout.CENTER);
    JPanel middle = new JPanel(new BorderLayout());
    middle.add(fields, BorderLayout.NORTH);
    JPanel bottom = new JPanel(new BorderLayout(2, 2));
    bottom.add(line, BorderLayout.NORTH);
    bottom.add(said, BorderLayout.CENTER);
    bottom.add(before, BorderLayout.SOUTH);
    add(top, BorderLayout.NORTH);
    add(middle, BorderLayout.CENTER);
    add(bottom, BorderLayout.SOUTH);
    setBorder(BorderFactory.createEmptyBorder(8, 8, 8, 8));
  }

  private static JTextArea area() {
    JTextArea area = new JTextArea(2, 40);
    area.setEditable(false);
    area.setLineWrap(true);
    area.setWrapStyleWord(true);
    area.setOpaque(false);
    area.setFont(new JLabel().getFont().deriveFont(Font.PLAIN));
    return area;
  }

  /** Shows what the step before this one said. */
  void before(String words) {
    String brief = words.lines().limit(3).collect(Collectors.joining("\n"));
    before.setText(brief);
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return getPreferredSize();
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return LINE;
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

  /** Shows the step one stands at. */
  void refresh() {
    int at = guide.at();
    title.setText(at + 1 + ". " + guide.step().title());
    sentence.setText(guide.step().sentence());
    fields.removeAll();
    GridBagConstraints place = new GridBagConstraints();
    place.insets = new Insets(2, 2, 2, 6);
    place.anchor = GridBagConstraints.WEST;
    place.fill = GridBagConstraints.HORIZONTAL;
    place.gridy = 0;
    for (Field field : guide.step().fields()) {
      if (field.kind() != Field.Kind.FIXED) {
        place.gridx = 0;
        place.weightx = 0;
        JLabel label = new JLabel(field.label());
        label.setFont(label.getFont().deriveFont(Font.PLAIN));
        fields.add(label, place);
        place.gridx = 1;
        place.weightx = 1;
        fields.add(
            FieldRow.of(
                field,
                guide.value(at, field),
                value -> {
                  guide.give(at, field.key(), value);
                  lines();
                }),
            place);
        place.gridy++;
      }
    }
    lines();
    revalidate();
    repaint();
  }

  private void lines() {
    int at = guide.at();
    String missing = guide.missing(at);
    line.setText(missing.isEmpty() ? guide.line(at).text() : "");
    boolean failed = guide.state(at) == Guide.State.FAILED;
    said.setForeground(failed || !missing.isEmpty() ? WRONG : Color.DARK_GRAY);
    said.setText(!guide.said(at).isEmpty() ? guide.said(at) : missing);
  }
}
