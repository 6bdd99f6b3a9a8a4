package org.braindyn.fiji.select;

import ij.gui.Roi;
import java.util.List;

/** An image of which pixels stand for regions. */
interface RegionTarget {
  /**
   * The region at a pixel.
   *
   * @param x column from 0
   * @param y row from 0
   * @param slice from 1
   * @return null for none
   */
  RegionKey at(int x, int y, int slice);

  /** What marks a region, in its slices; empty if it is not there. */
  List<Roi> marks(RegionKey region);

  /** A slice that shows the region, nearest to this one; the same if it is not there. */
  default int sliceOf(RegionKey region, int slice) {
    return slice;
  }
}
