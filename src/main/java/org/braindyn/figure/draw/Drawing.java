package org.braindyn.figure.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Marks in the order they were made; can be drawn again on any {@link Canvas}. */
public final class Drawing implements Canvas {
  private final double width;
  private final double height;
  private final String title;
  private final List<Consumer<Canvas>> marks = new ArrayList<>();

  /**
   * An empty drawing.
   *
   * @param width in points
   * @param height in points
   * @param title what it shows, for people who hear pictures and for file names
   */
  public Drawing(double width, double height, String title) {
    this.width = width;
    this.height = height;
    this.title = title;
  }

  /** Width in points. */
  public double width() {
    return width;
  }

  /** Height in points. */
  public double height() {
    return height;
  }

  /** What it shows. */
  public String title() {
    return title;
  }

  /** Draws all marks on another canvas. */
  public void on(Canvas canvas) {
    marks.forEach(mark -> mark.accept(canvas));
  }

  /**
   * What lies under a point.
   *
   * @param x in points
   * @param y in points
   * @return the tip of the topmost mark there that has one; empty for none
   */
  public String tipAt(double x, double y) {
    TipAt pick = new TipAt(x, y);
    on(pick);
    return pick.tip();
  }

  /** Where a tip's marks lie, [mark][x, y, width, height] in points. */
  public List<double[]> placesOf(String tip) {
    PlacesOf places = new PlacesOf(tip);
    on(places);
    return places.found();
  }

  /** Drawings below each other. */
  public static Drawing column(String title, List<Drawing> parts) {
    double width = parts.stream().mapToDouble(Drawing::width).max().orElse(1);
    double height = parts.stream().mapToDouble(Drawing::height).sum();
    Drawing all = new Drawing(width, height, title);
    double top = 0;
    for (Drawing part : parts) {
      all.inset(0, top, part);
      top += part.height;
    }
    return all;
  }

  @Override
  public void shape(double[] xs, double[] ys, boolean closed, Ink ink, String tip) {
    marks.add(canvas -> canvas.shape(xs, ys, closed, ink, tip));
  }

  @Override
  public void curve(double[] points, Ink ink, String tip) {
    marks.add(canvas -> canvas.curve(points, ink, tip));
  }

  @Override
  public void disc(double x, double y, double radius, Ink ink, String tip) {
    marks.add(canvas -> canvas.disc(x, y, radius, ink, tip));
  }

  @Override
  public void box(double x, double y, double width, double height, Ink ink, String tip) {
    marks.add(canvas -> canvas.box(x, y, width, height, ink, tip));
  }

  @Override
  public void words(Words words) {
    marks.add(canvas -> canvas.words(words));
  }

  @Override
  public void tiles(double x, double y, double width, double height, Pixels pixels) {
    marks.add(canvas -> canvas.tiles(x, y, width, height, pixels));
  }

  @Override
  public void inset(double x, double y, Drawing drawing) {
    marks.add(canvas -> canvas.inset(x, y, drawing));
  }

  /** A straight line. */
  public void line(double x0, double y0, double x1, double y1, Ink ink) {
    shape(new double[] {x0, x1}, new double[] {y0, y1}, false, ink, "");
  }
}
