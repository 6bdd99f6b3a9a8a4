package org.braindyn.fiji.eeg;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.function.Consumer;
import javax.swing.JPanel;
import org.braindyn.figure.draw.Drawing;
import org.braindyn.figure.eeg.EegPage;
import org.braindyn.fiji.figures.Painter;

/** The page itself; a click on a trace chooses it. */
final class EegPanel extends JPanel {
  private static final long serialVersionUID = 1;
  private static final Dimension USUAL = new Dimension(1000, 560);

  private final transient EegPage page;
  private transient EegPage.Look look;

  EegPanel(EegPage page, EegPage.Look first, Consumer<String> chosen) {
    this.page = page;
    this.look = first;
    setPreferredSize(USUAL);
    addMouseListener(
        new MouseAdapter() {
          @Override
          public void mouseClicked(MouseEvent event) {
            String name = drawing().tipAt(event.getX(), event.getY());
            if (!name.isEmpty()) {
              chosen.accept(name);
            }
          }
        });
  }

  void show(EegPage.Look other) {
    look = other;
    repaint();
  }

  EegPage.Look look() {
    return look;
  }

  Drawing drawing() {
    return page.drawing(look, Math.max(300, getWidth()), Math.max(200, getHeight()));
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Painter.paint(drawing(), (Graphics2D) graphics.create());
  }
}
