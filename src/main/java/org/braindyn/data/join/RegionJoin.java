package org.braindyn.data.join;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Region;
import org.braindyn.data.Regions;

/**
 * Which row of one list of regions is which of another: by label if both know it, else by name,
 * else refused. Never by position. Every command that brings signals, models, tables and label
 * images together joins here.
 *
 * @param rows for every region of the first list its row in the second, or -1
 * @param notes what a user should know, in sentences
 */
public record RegionJoin(int[] rows, List<String> notes) {
  private static final int SHOWN = 5;

  /**
   * Joins.
   *
   * @param of regions of signals, a model or a table of values
   * @param source where they come from, for messages
   * @param to regions of a label image or label table
   * @param target where those come from, for messages
   * @throws BadInput if no region is found, two regions find the same one, a name is ambiguous, or
   *     label and name point to different regions
   */
  public static RegionJoin of(Regions of, String source, Regions to, String target) {
    int[] rows = new int[of.size()];
    boolean counted = of.list().stream().anyMatch(region -> region.voxels() > 0);
    int lost = 0;
    int[] taken = new int[to.size()];
    List<String> missing = new ArrayList<>();
    boolean labelled = of.list().stream().anyMatch(Region::hasLabel);
    for (int r = 0; r < rows.length; r++) {
      Region region = of.get(r);
      rows[r] = find(region, source, to, target);
      if (rows[r] < 0) {
        // A region without voxels is a lost one, unless nobody counted any.
        if (counted && region.voxels() == 0) {
          lost++;
        } else {
          missing.add(region.name());
        }
      } else if (taken[rows[r]]++ > 0) {
        throw new BadInput(
            "Two regions of "
                + source
                + " are region \""
                + to.get(rows[r]).name()
                + "\" of "
                + target
                + ": names or labels stand twice. Give every region a name of its own.");
      }
    }
    if (missing.size() + lost == rows.length) {
      throw new BadInput(
          "No region of "
              + source
              + " ("
              + of.summary()
              + ") is in "
              + target
              + " ("
              + to.summary()
              + ")."
              + (labelled
                  ? " Use the label image that the signals were made with."
                  : " The signals do not know their label values, so the names must be those of the"
                      + " labels. Give the table of label values and names: names=[table], with the"
                      + " label image or when the signals are read."));
    }
    List<String> notes = new ArrayList<>();
    if (!missing.isEmpty()) {
      notes.add(missing(missing, rows.length, target));
    }
    return new RegionJoin(rows, notes);
  }

  /** A warning that regions have no place. */
  static String missing(List<String> names, int of, String target) {
    return String.format(
        "Warning: %d of %d regions have no voxel in %s and are not painted (%s%s). Is it the label"
            + " image that the signals were made with?",
        names.size(),
        of,
        target,
        String.join(", ", names.subList(0, Math.min(SHOWN, names.size()))),
        names.size() > SHOWN ? ", ..." : "");
  }

  private static int find(Region region, String source, Regions to, String target) {
    int byLabel = -1;
    int byName = -1;
    int names = 0;
    for (int t = 0; t < to.size(); t++) {
      Region candidate = to.get(t);
      if (region.hasLabel() && candidate.hasLabel() && region.label() == candidate.label()) {
        byLabel = t;
      }
      if (region.name().strip().equalsIgnoreCase(candidate.name().strip())) {
        boolean exact = region.name().equals(candidate.name());
        byName = byName < 0 || exact ? t : byName;
        names++;
      }
    }
    if (byLabel >= 0) {
      if (byName >= 0 && byName != byLabel && names == 1 && to.get(byName).hasLabel()) {
        throw new BadInput(
            String.format(
                "Region \"%s\" of %s has the label %d, which is \"%s\" in %s, where \"%s\" has the"
                    + " label %d. Use the label image and names that the signals were made with.",
                region.name(),
                source,
                region.label(),
                to.get(byLabel).name(),
                target,
                region.name(),
                to.get(byName).label()));
      }
      return byLabel;
    }
    if (byName >= 0 && region.hasLabel() && to.get(byName).hasLabel()) {
      return -1; // both know labels, and they differ
    }
    if (names > 1 && !region.hasLabel()) {
      throw new BadInput(
          String.format(
              "\"%s\" of %s means %d regions of %s, and the signals do not know their label values."
                  + " Give every region a name of its own, or the label values with names=[table].",
              region.name(), source, names, target));
    }
    return byName;
  }
}
