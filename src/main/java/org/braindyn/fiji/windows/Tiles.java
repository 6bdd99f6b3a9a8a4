package org.braindyn.fiji.windows;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;

/**
 * Places for the windows of one command: beside each other from the upper left, row by row, all on
 * the screen. Those that find no room start again a little further in, so that every title bar can
 * be seen.
 */
public final class Tiles {
  private static final int GAP = 6;
  private static final int STEP = 28;

  private Tiles() {}

  /**
   * @param room where windows may stand
   * @param sizes of the windows, in order
   * @return upper left corners; each window that is not larger than the room lies in it
   */
  public static List<Point> places(Rectangle room, List<Dimension> sizes) {
    List<Point> places = new ArrayList<>();
    int left = room.x;
    int top = room.y;
    int x = left;
    int y = top;
    int row = 0;
    for (Dimension size : sizes) {
      if (x > left && x + size.width > room.x + room.width) {
        x = left;
        y += row + GAP;
        row = 0;
      }
      if (y > top && y + size.height > room.y + room.height) {
        left += STEP;
        top += STEP;
        x = left;
        y = top;
        row = 0;
      }
      places.add(
          new Point(
              Math.max(room.x, Math.min(x, room.x + room.width - size.width)),
              Math.max(room.y, Math.min(y, room.y + room.height - size.height))));
      x += size.width + GAP;
      row = Math.max(row, size.height);
    }
    return places;
  }
}
