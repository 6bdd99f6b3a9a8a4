package org.braindyn.data.join;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.braindyn.data.BadInput;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Region;
import org.braindyn.data.Regions;

/**
 * A label image and the names of its labels: where the regions of signals, models and tables lie.
 *
 * @param labels the image
 * @param regions its labels in rising order, with names where they are known, else "Label 7"
 */
public record Atlas(Labels3D labels, Regions regions) {
  /**
   * @param named regions that the label image carries, or null
   */
  public static Atlas of(Labels3D labels, Regions named) {
    Map<Integer, Region> known = new HashMap<>();
    if (named != null) {
      named.list().stream().filter(Region::hasLabel).forEach(r -> known.put(r.label(), r));
    }
    List<Region> regions = new ArrayList<>();
    for (int label : present(labels.labels())) {
      Region region = known.get(label);
      regions.add(region == null ? Region.named(label, LabelNames.NONE.of(label)) : region);
    }
    if (regions.isEmpty()) {
      throw new BadInput(labels.name() + " has no region: every voxel is 0.");
    }
    return new Atlas(labels, new Regions(regions));
  }

  private static TreeSet<Integer> present(int[] image) {
    TreeSet<Integer> present = new TreeSet<>();
    int last = 0;
    for (int label : image) {
      if (label != last && label != 0) {
        present.add(label);
      }
      last = label;
    }
    return present;
  }

  /** The same with the names of a table. */
  public static Atlas of(Labels3D labels, LabelNames names) {
    List<Region> named = new ArrayList<>();
    names.names().forEach((label, name) -> named.add(Region.named(label, name)));
    return of(labels, named.isEmpty() ? null : new Regions(named));
  }

  /**
   * Joins regions to the labels: by label if known, else by name, else refused.
   *
   * @param source where the regions come from, for messages
   */
  public RegionJoin join(Regions of, String source) {
    return RegionJoin.of(of, source, regions, labels.name());
  }

  /**
   * Row of the joined regions at every voxel.
   *
   * @return [voxel], -1 where none of them is
   */
  public int[] rows(RegionJoin join) {
    Map<Integer, Integer> rowOf = new HashMap<>();
    for (int r = 0; r < join.rows().length; r++) {
      if (join.rows()[r] >= 0) {
        rowOf.put(regions.get(join.rows()[r]).label(), r);
      }
    }
    int[] image = labels.labels();
    int[] rows = new int[image.length];
    int last = 0;
    int lastRow = -1;
    for (int i = 0; i < image.length; i++) {
      if (image[i] != last) {
        last = image[i];
        lastRow = last == 0 ? -1 : rowOf.getOrDefault(last, -1);
      }
      rows[i] = lastRow;
    }
    return rows;
  }

  /**
   * The label that each region has in this image.
   *
   * @return one entry per region, {@link Region#NO_LABEL} for a region that is not there
   */
  public int[] labelsOf(Regions of, String source) {
    int[] rows = join(of, source).rows();
    int[] found = new int[rows.length];
    for (int r = 0; r < rows.length; r++) {
      found[r] = rows[r] < 0 ? Region.NO_LABEL : regions.get(rows[r]).label();
    }
    return found;
  }
}
