package org.braindyn.fiji.select;

import ij.gui.Roi;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.figure.draw.Drawing;

/**
 * A figure: its marks know the names of their regions.
 *
 * @param drawing of one pixel per point
 */
record FigureTarget(Drawing drawing) implements RegionTarget {
  private static final double ROOM = 2;

  @Override
  public RegionKey at(int x, int y, int slice) {
    String tip = drawing.tipAt(x + 0.5, y + 0.5);
    return tip.isEmpty() ? null : RegionKey.named(tip);
  }

  @Override
  public List<Roi> marks(RegionKey region) {
    List<Roi> marks = new ArrayList<>();
    for (double[] p : drawing.placesOf(region.name())) {
      marks.add(new Roi(p[0] - ROOM, p[1] - ROOM, p[2] + 2 * ROOM, p[3] + 2 * ROOM));
    }
    return marks;
  }
}
