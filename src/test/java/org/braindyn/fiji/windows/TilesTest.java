package org.braindyn.fiji.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class TilesTest {
  private static final Rectangle ROOM = new Rectangle(10, 76, 1356, 692);

  private static Rectangle at(Point place, Dimension size) {
    return new Rectangle(place, size);
  }

  @Test
  void whatFitsStandsSideBySide() {
    List<Dimension> sizes = Collections.nCopies(6, new Dimension(400, 300));
    List<Point> places = Tiles.places(ROOM, sizes);
    for (int a = 0; a < 6; a++) {
      for (int b = 0; b < a; b++) {
        Rectangle one = at(places.get(a), sizes.get(a));
        assertFalse(one.intersects(at(places.get(b), sizes.get(b))), a + " covers " + b);
      }
    }
    assertEquals(new Point(10, 76), places.get(0));
  }

  @Test
  void aTableFindsItsPlaceBelowTheStripBesideTheCarpet() {
    List<Dimension> sizes =
        List.of(new Dimension(595, 430), new Dimension(560, 52), new Dimension(520, 260));
    List<Point> places = Tiles.places(ROOM, sizes);
    assertEquals(new Point(611, 134), places.get(2));
  }

  @Test
  void manyWindowsStayOnTheScreenAndShowTheirTitles() {
    List<Dimension> sizes = Collections.nCopies(14, new Dimension(500, 330));
    List<Point> places = Tiles.places(ROOM, sizes);
    for (int w = 0; w < sizes.size(); w++) {
      assertTrue(ROOM.contains(at(places.get(w), sizes.get(w))), "window " + w);
    }
    assertEquals(14, new HashSet<>(places).size(), "none hides another's title");
  }
}
