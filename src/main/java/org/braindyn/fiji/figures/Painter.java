package org.braindyn.fiji.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.braindyn.figure.draw.Canvas;
import org.braindyn.figure.draw.Drawing;
import org.braindyn.figure.draw.Ink;
import org.braindyn.figure.draw.Pixels;
import org.braindyn.figure.draw.Words;

/** Draws with Java 2D. */
public final class Painter implements Canvas {
  private final Graphics2D to;

  private Painter(Graphics2D to) {
    this.to = to;
  }

  /** Draws a drawing, its upper left corner at the origin. */
  public static void paint(Drawing drawing, Graphics2D to) {
    to.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    to.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    to.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    to.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    to.setColor(Color.WHITE);
    to.fill(new Rectangle2D.Double(0, 0, drawing.width(), drawing.height()));
    drawing.on(new Painter(to));
  }

  /**
   * A picture of a drawing.
   *
   * @param zoom pixels per point
   */
  public static BufferedImage image(Drawing drawing, double zoom) {
    BufferedImage image =
        new BufferedImage(
            (int) Math.ceil(drawing.width() * zoom),
            (int) Math.ceil(drawing.height() * zoom),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.scale(zoom, zoom);
    paint(drawing, graphics);
    graphics.dispose();
    return image;
  }

  @Override
  public void shape(double[] xs, double[] ys, boolean closed, Ink ink, String tip) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < xs.length; i++) {
      if (i == 0) {
        path.moveTo(xs[i], ys[i]);
      } else {
        path.lineTo(xs[i], ys[i]);
      }
    }
    if (closed) {
      path.closePath();
    }
    draw(path, ink);
  }

  @Override
  public void curve(double[] p, Ink ink, String tip) {
    draw(new QuadCurve2D.Double(p[0], p[1], p[2], p[3], p[4], p[5]), ink);
  }

  @Override
  public void disc(double x, double y, double radius, Ink ink, String tip) {
    draw(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), ink);
  }

  @Override
  public void box(double x, double y, double width, double height, Ink ink, String tip) {
    draw(new Rectangle2D.Double(x, y, width, height), ink);
  }

  private void draw(Shape shape, Ink ink) {
    if (ink.fill() != Ink.NONE) {
      to.setColor(colour(ink.fill(), ink.opacity()));
      to.fill(shape);
    }
    if (ink.line() != Ink.NONE) {
      to.setColor(colour(ink.line(), ink.opacity()));
      to.setStroke(
          new BasicStroke((float) ink.width(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      to.draw(shape);
    }
  }

  private static Color colour(int rgb, double opacity) {
    return new Color(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, (int) Math.round(255 * opacity));
  }

  @Override
  public void words(Words words) {
    Font font = new Font(Font.SANS_SERIF, words.bold() ? Font.BOLD : Font.PLAIN, 1);
    to.setFont(font.deriveFont((float) words.size() * 0.94f)); // as wide as Helvetica
    to.setColor(colour(words.colour(), 1));
    double width = to.getFontMetrics().stringWidth(words.text());
    double shift =
        switch (words.anchor()) {
          case START -> 0;
          case MIDDLE -> -width / 2;
          case END -> -width;
        };
    AffineTransform before = to.getTransform();
    to.translate(words.x(), words.y());
    to.rotate(Math.toRadians(words.turn()));
    to.drawString(words.text(), (float) shift, 0);
    to.setTransform(before);
  }

  @Override
  public void tiles(double x, double y, double width, double height, Pixels pixels) {
    BufferedImage image =
        new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, pixels.width(), pixels.height(), pixels.argb(), 0, pixels.width());
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    place.scale(width / pixels.width(), height / pixels.height());
    to.drawImage(image, place, null);
  }

  @Override
  public void inset(double x, double y, Drawing drawing) {
    to.translate(x, y);
    drawing.on(this);
    to.translate(-x, -y);
  }
}
