package org.braindyn.figure.draw;

import java.util.ArrayList;
import java.util.List;

/** Finds the marks that stand for something. */
final class PlacesOf extends Areas {
  private final String wanted;
  private final List<double[]> found = new ArrayList<>();

  PlacesOf(String wanted) {
    this.wanted = wanted;
  }

  List<double[]> found() {
    return found;
  }

  @Override
  void area(String tip, double x, double y, double width, double height) {
    if (tip.equals(wanted)) {
      found.add(new double[] {x, y, width, height});
    }
  }

  @Override
  public void inset(double x, double y, Drawing drawing) {
    for (double[] place : drawing.placesOf(wanted)) {
      found.add(new double[] {place[0] + x, place[1] + y, place[2], place[3]});
    }
  }
}
