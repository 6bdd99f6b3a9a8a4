package org.braindyn.figure.draw;

/** A canvas that only looks at the areas of marks that stand for something. */
abstract class Areas implements Canvas {
  /** A mark's tip and its area; x and y are its corner in points. */
  abstract void area(String tip, double x, double y, double width, double height);

  @Override
  public void shape(double[] xs, double[] ys, boolean closed, Ink ink, String tip) {
    if (tip.isEmpty() || !closed) {
      return;
    }
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < xs.length; i++) {
      left = Math.min(left, xs[i]);
      right = Math.max(right, xs[i]);
      top = Math.min(top, ys[i]);
      bottom = Math.max(bottom, ys[i]);
    }
    area(tip, left, top, right - left, bottom - top);
  }

  @Override
  public void curve(double[] points, Ink ink, String tip) {
    // a link stands for two regions, and is thin
  }

  @Override
  public void disc(double x, double y, double radius, Ink ink, String tip) {
    if (!tip.isEmpty()) {
      area(tip, x - radius, y - radius, 2 * radius, 2 * radius);
    }
  }

  @Override
  public void box(double x, double y, double width, double height, Ink ink, String tip) {
    if (!tip.isEmpty()) {
      area(tip, x, y, width, height);
    }
  }

  @Override
  public void words(Words words) {
    // text is not pointed at
  }

  @Override
  public void tiles(double x, double y, double width, double height, Pixels pixels) {
    // pixels have boxes with tips over them, where they stand for something
  }
}
