package org.braindyn.fiji.select;

import java.util.Locale;
import org.braindyn.data.Region;
import org.braindyn.data.Regions;

/**
 * What tells a region in any window.
 *
 * @param label label value, {@link Region#NO_LABEL} if unknown
 * @param name its name; empty if unknown
 */
public record RegionKey(int label, String name) {
  /** The key of a region. */
  public static RegionKey of(Region region) {
    int label = region.hasLabel() ? region.label() : Region.NO_LABEL;
    return new RegionKey(label, region.name());
  }

  /** The key of a name. */
  public static RegionKey named(String name) {
    return new RegionKey(Region.NO_LABEL, name);
  }

  /**
   * Row of this region: by its name if it is there once, else by its label.
   *
   * @return -1 if it is not there, or if it is not sure which one it is
   */
  public int rowIn(Regions regions) {
    int found = -1;
    for (int r = 0; r < regions.size() && !name.isBlank(); r++) {
      if (plain(regions.get(r).name()).equals(plain(name))) {
        if (found >= 0) {
          return byLabel(regions);
        }
        found = r;
      }
    }
    return found >= 0 ? found : byLabel(regions);
  }

  private int byLabel(Regions regions) {
    for (int r = 0; r < regions.size() && label != Region.NO_LABEL; r++) {
      Region region = regions.get(r);
      if (region.hasLabel() && region.label() == label) {
        return r;
      }
    }
    return -1;
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
