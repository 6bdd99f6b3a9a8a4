package org.braindyn.signal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.braindyn.data.Regions;

/**
 * Pairs of regions that mirror one another across the midline, found by their names ("..._L" and
 * "..._R", "Left-..." and "Right-...", "lh..." and "rh...", "L_..." and "R_...").
 */
public final class Homologues {
  private static final String[][] SIDES = {
    {"_l", "_r"},
    {" l", " r"},
    {"-l", "-r"},
    {"left", "right"},
    {"lh", "rh"},
    {"(l)", "(r)"},
    {"l_", "r_"},
    {"l-", "r-"}
  };

  private Homologues() {}

  /**
   * The row of every region's mirror image; a region without one is its own.
   *
   * @return [region], an order that undoes itself when applied twice
   */
  public static int[] of(Regions regions) {
    Map<String, Integer> rows = new HashMap<>();
    for (int n = 0; n < regions.size(); n++) {
      rows.put(regions.get(n).name().toLowerCase(Locale.ROOT), n);
    }
    int[] mirror = new int[regions.size()];
    for (int n = 0; n < mirror.length; n++) {
      mirror[n] = n;
    }
    for (int n = 0; n < mirror.length; n++) {
      String name = regions.get(n).name().toLowerCase(Locale.ROOT);
      for (String[] sides : SIDES) {
        Integer other = other(rows, name, sides[0], sides[1]);
        if (other != null && mirror[n] == n && mirror[other] == other) {
          mirror[n] = other;
          mirror[other] = n;
        }
      }
    }
    return mirror;
  }

  /** Number of pairs in such an order. */
  public static int pairs(int[] mirror) {
    int moved = 0;
    for (int n = 0; n < mirror.length; n++) {
      moved += mirror[n] != n ? 1 : 0;
    }
    return moved / 2;
  }

  private static Integer other(Map<String, Integer> rows, String name, String left, String right) {
    if (name.endsWith(left)) {
      return rows.get(name.substring(0, name.length() - left.length()) + right);
    }
    if (left.length() > 1 && name.startsWith(left)) {
      return rows.get(right + name.substring(left.length()));
    }
    return null;
  }
}
