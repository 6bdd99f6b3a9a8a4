package org.braindyn.fiji.guide;

import ij.ImagePlus;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import javax.swing.JPanel;
import org.braindyn.data.BadInput;
import org.braindyn.figure.draw.Drawing;
import org.braindyn.fiji.figures.FigureImage;
import org.braindyn.fiji.figures.FigureInputs;
import org.braindyn.fiji.figures.FigureOf;
import org.braindyn.fiji.figures.Painter;
import org.braindyn.fiji.images.ImageKind;
import org.braindyn.fiji.images.OpenImages;
import org.braindyn.guide.Made;

/** A small picture of what a step made, where it is cheap to draw. */
final class Preview extends JPanel {
  private static final long serialVersionUID = 1;

  private static final String LARGER = "click to enlarge";
  private static final List<String> BEST = List.of("map", "graph", "signals", "prediction");

  private transient Drawing drawing;

  Preview() {
    setPreferredSize(new Dimension(420, 190));
    setBackground(java.awt.Color.WHITE);
    addMouseListener(
        new MouseAdapter() {
          @Override
          public void mouseClicked(MouseEvent e) {
            if (drawing != null) {
              FigureImage.of(drawing).show();
            }
          }
        });
  }

  /** Shows the first thing made that can be drawn; nothing if there is none. */
  void show(List<Made> made) {
    drawing = null;
    for (String kind : BEST) {
      for (Made one : made) {
        drawing = drawing == null && one.kind().equals(kind) ? drawn(one.title()) : drawing;
      }
    }
    setToolTipText(drawing == null ? null : "Click for a window of its own, to save as SVG or PNG");
    setCursor(Cursor.getPredefinedCursor(drawing == null ? 0 : Cursor.HAND_CURSOR));
    repaint();
  }

  private static Drawing drawn(String title) {
    for (ImagePlus image : OpenImages.all()) {
      boolean cheap =
          ImageKind.SIGNALS.marks(image)
              || ImageKind.PREDICTION.marks(image)
              || ImageKind.GRAPH.marks(image)
              || ImageKind.MAP.marks(image);
      if (cheap && image.getTitle().equals(title)) {
        try {
          return FigureOf.of(
              FigureOf.kindFor(image), new FigureInputs(image, null, null, null, 60, 0, ""));
        } catch (BadInput e) {
          return null; // no picture; the image itself is open
        }
      }
    }
    return null;
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    super.paintComponent(graphics);
    if (drawing == null) {
      return;
    }
    Graphics2D to = (Graphics2D) graphics.create();
    double zoom = Math.min(getWidth() / drawing.width(), getHeight() / drawing.height());
    to.scale(zoom, zoom);
    Painter.paint(drawing, to);
    to.dispose();
    graphics.setColor(java.awt.Color.GRAY);
    graphics.drawString(LARGER, getWidth() - graphics.getFontMetrics().stringWidth(LARGER) - 8, 16);
  }
}
