package org.braindyn.signal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.braindyn.data.Hemisphere;
import org.braindyn.data.Regions;

/**
 * Pairs of regions that mirror one another across the midline, found by their names ({@link
 * Hemisphere}: "..._L" and "..._R", "ctx-lh-..." and "ctx-rh-...").
 */
public final class Homologues {
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
      String name = Hemisphere.mirrored(regions.get(n).name());
      Integer other = name == null ? null : rows.get(name);
      if (other != null && mirror[n] == n && mirror[other] == other) {
        mirror[n] = other;
        mirror[other] = n;
      }
    }
    return mirror;
  }

  /** True if two names are of regions that mirror one another. */
  public static boolean mirror(String one, String other) {
    String there = Hemisphere.mirrored(one);
    return there != null && there.equalsIgnoreCase(other);
  }

  /** Number of pairs in such an order. */
  public static int pairs(int[] mirror) {
    int moved = 0;
    for (int n = 0; n < mirror.length; n++) {
      moved += mirror[n] != n ? 1 : 0;
    }
    return moved / 2;
  }
}
