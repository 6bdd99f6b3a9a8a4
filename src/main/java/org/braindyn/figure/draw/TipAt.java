package org.braindyn.figure.draw;

/** Finds the topmost mark under a point. */
final class TipAt extends Areas {
  private final double px;
  private final double py;
  private String tip = "";

  TipAt(double px, double py) {
    this.px = px;
    this.py = py;
  }

  String tip() {
    return tip;
  }

  @Override
  void area(String of, double x, double y, double width, double height) {
    if (px >= x && px < x + width && py >= y && py < y + height) {
      tip = of;
    }
  }

  @Override
  public void inset(double x, double y, Drawing drawing) {
    String under = drawing.tipAt(px - x, py - y);
    tip = under.isEmpty() ? tip : under;
  }
}
