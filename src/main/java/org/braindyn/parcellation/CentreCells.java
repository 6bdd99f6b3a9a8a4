package org.braindyn.parcellation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the cluster centres near a point: centres sorted into cells as wide as the reach. */
final class CentreCells {
  private final Map<Long, int[]> cells = new HashMap<>();
  private final int[] all;
  private final double reach;

  CentreCells(float[][] centres, double reach) {
    this.reach = reach;
    all = new int[centres.length];
    Map<Long, List<Integer>> lists = new HashMap<>();
    for (int c = 0; c < centres.length; c++) {
      all[c] = c;
      if (!Double.isInfinite(reach)) {
        for (int k = 0; k < 27; k++) {
          long key =
              key(
                  cell(centres[c][0]) + k % 3 - 1,
                  cell(centres[c][1]) + k / 3 % 3 - 1,
                  cell(centres[c][2]) + k / 9 - 1);
          lists.computeIfAbsent(key, x -> new ArrayList<>()).add(c);
        }
      }
    }
    lists.forEach(
        (key, list) -> cells.put(key, list.stream().mapToInt(Integer::intValue).toArray()));
  }

  /** Centres in the point's cell and those around it; all if the reach is infinite. */
  int[] around(float[] point) {
    if (Double.isInfinite(reach)) {
      return all;
    }
    return cells.getOrDefault(key(cell(point[0]), cell(point[1]), cell(point[2])), new int[0]);
  }

  private int cell(float mm) {
    return (int) Math.floor(mm / reach);
  }

  private static long key(int x, int y, int z) {
    return ((long) (x + 1000) * 100_003 + (y + 1000)) * 100_003 + (z + 1000);
  }
}
