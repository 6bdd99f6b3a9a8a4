package org.braindyn.figure.draw;

/**
 * What marks are drawn on. Lengths are points, y goes down. A tip is what a mark stands for, e.g.
 * the name of a region; empty for none.
 */
public interface Canvas {
  /** A polyline or polygon. */
  void shape(double[] xs, double[] ys, boolean closed, Ink ink, String tip);

  /**
   * A quadratic Bezier curve.
   *
   * @param points x and y of start, control and end
   */
  void curve(double[] points, Ink ink, String tip);

  /** A circle. */
  void disc(double x, double y, double radius, Ink ink, String tip);

  /** A rectangle. */
  void box(double x, double y, double width, double height, Ink ink, String tip);

  /** A line of text. */
  void words(Words words);

  /** Pixels, enlarged without blur to a rectangle of this size. */
  void tiles(double x, double y, double width, double height, Pixels pixels);

  /** Another drawing, its upper left corner at x, y. */
  void inset(double x, double y, Drawing drawing);
}
