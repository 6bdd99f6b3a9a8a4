package org.braindyn.parcellation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.braindyn.data.BadInput;
import org.braindyn.data.Grid;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;

/** A label image from outlines: each mask is one region, numbered in order. */
public final class MaskLabels {
  /**
   * One outline.
   *
   * @param name its name
   * @param inside true for every voxel inside, [voxel], x fastest
   */
  public record Mask(String name, boolean[] inside) {}

  /**
   * Labels and their names.
   *
   * @param labels 1, 2, ... in the order of the masks
   * @param names names by label
   * @param notes overlaps, in sentences
   */
  public record Made(Labels3D labels, LabelNames names, List<String> notes) {}

  private MaskLabels() {}

  /**
   * Makes labels of masks. A voxel in several masks belongs to the first; that is noted.
   *
   * @throws BadInput if there is no mask or one has another size than the grid
   */
  public static Made make(Grid grid, List<Mask> masks, String source) {
    if (masks.isEmpty()) {
      throw new BadInput(source + " holds no outline. Add ROIs to the ROI Manager first.");
    }
    int[] labels = new int[grid.voxels()];
    TreeMap<Integer, String> names = new TreeMap<>();
    List<String> notes = new ArrayList<>();
    for (Mask mask : masks) {
      if (mask.inside().length != labels.length) {
        throw new BadInput(
            source + ": the mask " + mask.name() + " does not fit the grid " + grid.describe());
      }
      int label = names.size() + 1;
      names.put(label, unique(mask.name(), names, notes));
      int overlap = 0;
      int inside = 0;
      for (int v = 0; v < labels.length; v++) {
        if (mask.inside()[v]) {
          inside++;
          overlap += labels[v] != 0 ? 1 : 0;
          labels[v] = labels[v] == 0 ? label : labels[v];
        }
      }
      if (overlap > 0) {
        notes.add(
            String.format(
                "%d of %d voxels of %s lie in earlier outlines too and stay with those.",
                overlap, inside, mask.name()));
      }
      if (inside == 0) {
        notes.add(mask.name() + " lies outside of the image.");
      }
    }
    return new Made(new Labels3D(grid, labels, source), new LabelNames(names, true, source), notes);
  }

  /** Regions are found by their names, so the second "soma" is "soma (2)". */
  private static String unique(String name, TreeMap<Integer, String> names, List<String> notes) {
    String unique = name;
    for (int k = 2; names.containsValue(unique); k++) {
      unique = name + " (" + k + ")";
    }
    if (!unique.equals(name)) {
      notes.add("Another outline is called " + name + "; this one is named " + unique + ".");
    }
    return unique;
  }
}
