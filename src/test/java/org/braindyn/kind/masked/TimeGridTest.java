package org.braindyn.kind.masked;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TimeGridTest {
  /**
   * A straight line is the same line at any interval, and what is added comes back where hidden.
   */
  @Test
  void linesStayLines() {
    for (double to : new double[] {0.72, 2, 3, 5}) {
      TimeGrid grid = new TimeGrid(50, 2, to);
      double[][] line = new double[1][50];
      Arrays.setAll(line[0], t -> 3 + 2.0 * t);
      double[][] there = grid.there(line);
      assertEquals((int) Math.floor(98 / to + 1e-9) + 1, there[0].length);
      for (int j = 0; j < there[0].length; j++) {
        assertEquals(3 + j * to, there[0][j], 1e-9);
      }
      boolean[][] seen = new boolean[1][50];
      Arrays.fill(seen[0], true);
      Arrays.fill(seen[0], 20, 30, false);
      double[][] raised = {Arrays.stream(there[0]).map(v -> v + 1).toArray()};
      double[][] back = grid.addedBack(raised, there, line, seen);
      for (int t = 0; t < 50; t++) {
        assertEquals(line[0][t] + (seen[0][t] ? 0 : 1), back[0][t], 1e-9);
      }
    }
  }

  @Test
  void aSampleIsKnownIfBothItsFramesAre() {
    boolean[][] seen = {{true, true, false, true, true}};
    // samples at frames 0, 1.5, 3
    assertArrayEquals(new boolean[] {true, false, true}, new TimeGrid(5, 2, 3).known(seen)[0]);
    // samples at frames 0, .5, 1, 1.5, 2, 2.5, 3, 3.5, 4
    assertArrayEquals(
        new boolean[] {true, true, true, false, false, false, true, true, true},
        new TimeGrid(5, 2, 1).known(seen)[0]);
  }
}
