package org.braindyn.fiji.select;

import ij.gui.Roi;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.Regions;

/**
 * Signals, of which a row is a region, or a matrix, of which a column is one too.
 *
 * @param regions in the order of the rows
 * @param width columns of the image
 * @param matrix true if columns are the same regions; a click then means its row, the source
 */
record RowTarget(Regions regions, int width, boolean matrix) implements RegionTarget {
  @Override
  public RegionKey at(int x, int y, int slice) {
    boolean inside = y >= 0 && y < regions.size() && x >= 0 && x < width;
    return inside ? RegionKey.of(regions.get(y)) : null;
  }

  @Override
  public List<Roi> marks(RegionKey region) {
    int row = region.rowIn(regions);
    List<Roi> marks = new ArrayList<>();
    if (row >= 0) {
      marks.add(new Roi(0, row, width, 1));
      if (matrix) {
        marks.add(new Roi(row, 0, 1, regions.size()));
      }
    }
    return marks;
  }
}
