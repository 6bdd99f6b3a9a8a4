package org.braindyn.figure.brain;

import org.braindyn.figure.draw.Canvas;
import org.braindyn.figure.draw.Ink;

/** A curved link with an arrow head. */
final class Arrow {
  private Arrow() {}

  /**
   * Draws a link.
   *
   * @param p x and y of start, control and end, in points
   * @param colour 0xRRGGBB
   * @param width thickness in points
   * @param headed whether it has a head at its end
   */
  static void draw(Canvas out, double[] p, int colour, double width, boolean headed) {
    double dx = p[4] - p[2];
    double dy = p[5] - p[3];
    double length = Math.max(1e-9, Math.hypot(dx, dy));
    double head = headed ? Math.min(length, 4 + 1.6 * width) : 0;
    double ux = dx / length;
    double uy = dy / length;
    double[] shaft = {p[0], p[1], p[2], p[3], p[4] - 0.8 * head * ux, p[5] - 0.8 * head * uy};
    out.curve(shaft, Ink.line(colour, width).seenThrough(0.9), "");
    if (headed) {
      double half = 0.45 * head;
      out.shape(
          new double[] {p[4], p[4] - head * ux - half * uy, p[4] - head * ux + half * uy},
          new double[] {p[5], p[5] - head * uy + half * ux, p[5] - head * uy - half * ux},
          true,
          Ink.fill(colour).seenThrough(0.9),
          "");
    }
  }
}
