package org.braindyn.fiji.windows;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Places for the windows of one command: each where it covers none of the others, as high and as
 * far left as can be, all on the screen. Those that find no room start again a little further in,
 * so that every title bar can be seen.
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
    List<Rectangle> taken = new ArrayList<>();
    int layer = 0;
    for (Dimension size : sizes) {
      Point place = free(inset(room, layer), size, taken);
      if (place == null && !taken.isEmpty()) {
        layer++;
        taken.clear();
        place = free(inset(room, layer), size, taken);
      }
      if (place == null) { // larger than what is left of the room
        place =
            new Point(
                Math.max(room.x, room.x + room.width - size.width),
                Math.max(room.y, room.y + room.height - size.height));
      }
      places.add(place);
      taken.add(new Rectangle(place.x, place.y, size.width + GAP, size.height + GAP));
    }
    return places;
  }

  private static Rectangle inset(Rectangle room, int layer) {
    int by = layer * STEP % Math.max(STEP, room.height / 2);
    return new Rectangle(room.x + by, room.y + by, room.width - by, room.height - by);
  }

  private static Point free(Rectangle room, Dimension size, List<Rectangle> taken) {
    TreeSet<Integer> rows = new TreeSet<>(Set.of(room.y));
    TreeSet<Integer> columns = new TreeSet<>(Set.of(room.x));
    for (Rectangle one : taken) {
      rows.add(one.y + one.height);
      columns.add(one.x + one.width);
    }
    for (int y : rows) {
      for (int x : columns) {
        Rectangle here = new Rectangle(new Point(x, y), size);
        if (room.contains(here) && taken.stream().noneMatch(here::intersects)) {
          return here.getLocation();
        }
      }
    }
    return null;
  }
}
