package org.braindyn.perturbation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.braindyn.data.Atlas;
import org.braindyn.data.BadInput;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Region;
import org.braindyn.data.Regions;

/**
 * Regions as users name them: a name or label, several with commas between, {@code left}, {@code
 * right} or {@code all}.
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
      for (int r = 0; r < regions.size(); r++) {
        if (wanted.equals(side(regions.get(r)))) {
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
    boolean whole = regions.names().stream().anyMatch(name -> name.equalsIgnoreCase(text.trim()));
    return whole ? List.of(text) : Arrays.asList(text.split(","));
  }

  /**
   * Hemisphere of a region: by its name ("L-", "Left ", "_L", "lh...") or else by the sign of its
   * centroid's x (left is negative, as in MNI and scanner coordinates).
   *
   * @return "left", "right" or "" if unknown
   */
  public static String side(Region region) {
    String name = region.name().toLowerCase(Locale.ROOT);
    if (name.matches("(l|lh|left)[-_. ].*|.*[-_. ](l|lh|left)")) {
      return "left";
    }
    if (name.matches("(r|rh|right)[-_. ].*|.*[-_. ](r|rh|right)")) {
      return "right";
    }
    if (region.centroid() == null || region.centroid()[0] == 0) {
      return "";
    }
    return region.centroid()[0] < 0 ? "left" : "right";
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
        found.add(region.hasLabel() ? region.labelText() : region.name());
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
