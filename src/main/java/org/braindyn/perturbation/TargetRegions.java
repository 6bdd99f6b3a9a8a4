package org.braindyn.perturbation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.braindyn.data.BadInput;
import org.braindyn.data.Hemisphere;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Region;
import org.braindyn.data.Regions;
import org.braindyn.data.join.Atlas;

/**
 * Regions as users name them: a name or label, several with commas between, {@code left}, {@code
 * right} or {@code all}. A name in quotes may hold any of these.
 */
public final class TargetRegions {
  private TargetRegions() {}

  /**
   * The rows a text means.
   *
   * @param text name, label, list with commas, {@code left}, {@code right}, {@code all}
   * @return rising rows, at least one
   * @throws BadInput if a region is not in the model
   */
  public static int[] rows(String text, Regions regions) {
    String wanted = text.trim().toLowerCase(Locale.ROOT);
    TreeSet<Integer> rows = new TreeSet<>();
    if (wanted.equals("all")) {
      for (int r = 0; r < regions.size(); r++) {
        rows.add(r);
      }
    } else if (wanted.equals("left") || wanted.equals("right")) {
      Hemisphere side = wanted.equals("left") ? Hemisphere.LEFT : Hemisphere.RIGHT;
      for (int r = 0; r < regions.size(); r++) {
        if (Hemisphere.of(regions.get(r)) == side) {
          rows.add(r);
        }
      }
      if (rows.isEmpty()) {
        throw new BadInput(
            "No region is known to lie in the "
                + wanted
                + " hemisphere: there are neither centroids nor names such as \"L-...\" or"
                + " \"..._L\". Name the regions instead.");
      }
    } else {
      for (String name : names(text, regions)) {
        rows.add(regions.find(name));
      }
    }
    return rows.stream().mapToInt(Integer::intValue).toArray();
  }

  /** A name may hold commas itself, so the whole text is tried first. */
  private static List<String> names(String text, Regions regions) {
    boolean whole =
        regions.names().stream().anyMatch(name -> name.trim().equalsIgnoreCase(text.trim()));
    return whole
        ? List.of(text)
        : Quoted.split(text, ',').stream().map(name -> Quoted.strip(name.trim())).toList();
  }

  /**
   * What to write for a region in a plan so that {@link #rows} finds it and no other: its name, in
   * quotes if it holds signs or words that mean something there, or {@code #} and its label.
   */
  public static String text(Region region, Regions regions) {
    String name = region.name().trim();
    boolean one =
        regions.names().stream().filter(n -> n.trim().equalsIgnoreCase(name)).count() == 1;
    boolean label =
        regions.list().stream().anyMatch(r -> r != region && r.labelText().equals(name));
    if (region.hasLabel() && (!one || label || name.contains("\""))) {
      return "#" + region.label();
    }
    return Quoted.needed(name) ? "\"" + name + "\"" : name;
  }

  /**
   * Regions that a painted area covers.
   *
   * @param atlas where the regions lie
   * @param mask one entry per voxel of the label image
   * @param share least covered share of a region's voxels, above 0, at most 1
   * @return the target's text: the labels, or names where these are not known, with commas between
   * @throws BadInput if no region is covered
   */
  public static String covered(Atlas atlas, boolean[] mask, Regions regions, double share) {
    Labels3D labels = atlas.labels();
    Map<Integer, int[]> counts = new TreeMap<>();
    for (int i = 0; i < mask.length; i++) {
      if (labels.labels()[i] != 0) {
        int[] count = counts.computeIfAbsent(labels.labels()[i], k -> new int[2]);
        count[0]++;
        count[1] += mask[i] ? 1 : 0;
      }
    }
    List<String> found = new ArrayList<>();
    int[] labelOf = atlas.labelsOf(regions, "the signals");
    for (int r = 0; r < labelOf.length; r++) {
      Region region = regions.get(r);
      int[] count = counts.get(labelOf[r]);
      if (count != null && count[1] > 0 && count[1] >= share * count[0]) {
        found.add(region.hasLabel() ? regions.labelText(region) : text(region, regions));
      }
    }
    if (found.isEmpty()) {
      throw new BadInput(
          String.format(
              Locale.ROOT,
              "The painted area covers no region of %s by at least %.0f %%. Paint more or lower the"
                  + " share.",
              labels.name(),
              100 * share));
    }
    return String.join(",", found);
  }
}
