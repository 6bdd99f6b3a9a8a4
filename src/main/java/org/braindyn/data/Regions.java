package org.braindyn.data;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The regions of a recording in their one order: row r of every array belongs to region r. */
public final class Regions implements Iterable<Region> {
  private final List<Region> list;

  /**
   * @param regions at least one region, in order
   */
  public Regions(List<Region> regions) {
    if (regions.isEmpty()) {
      throw new BadInput("There is no region. At least one region is needed.");
    }
    list = List.copyOf(regions);
  }

  /**
   * Regions with these names. Their labels are not known, but where a name tells it ({@link
   * Region#labelIn}) and the names do not count from 0, as column numbers do.
   */
  public static Regions named(List<String> names) {
    boolean columns = names.stream().anyMatch(name -> name.strip().matches("0+(\\.0+)?"));
    return new Regions(
        names.stream()
            .map(name -> columns ? Region.named(Region.NO_LABEL, name) : Region.named(name))
            .toList());
  }

  /**
   * Regions as a file kept them. Files of earlier versions numbered regions without labels 1, 2,
   * ...; such numbers are no labels.
   *
   * @param kept the regions in order, with the labels of the file
   * @param given true if the file says that its labels were given
   */
  public static Regions stored(List<Region> kept, boolean given) {
    Regions regions = new Regions(kept);
    if (given || !regions.looksNumbered()) {
      return regions;
    }
    return new Regions(kept.stream().map(r -> r.withLabel(Region.labelIn(r.name()))).toList());
  }

  /** True if the labels are 1, 2, ... in order and no voxel was counted. */
  public boolean looksNumbered() {
    for (int r = 0; r < list.size(); r++) {
      Region region = list.get(r);
      if (!region.hasLabel() || region.label() != r + 1 || region.voxels() > 0) {
        return false;
      }
    }
    return true;
  }

  /** True if these are the same regions in the same order, see {@link Region#same}. */
  public boolean sameAs(Regions other) {
    boolean same = size() == other.size();
    for (int r = 0; same && r < size(); r++) {
      same = get(r).same(other.get(r));
    }
    return same;
  }

  /** Names that stand more than once, each once. */
  public List<String> doubleNames() {
    java.util.Set<String> seen = new java.util.HashSet<>();
    return names().stream().filter(name -> !seen.add(name)).distinct().toList();
  }

  /** The names, a second one of a name with its label or a number behind it, for columns. */
  public List<String> uniqueNames() {
    java.util.Set<String> taken = new java.util.HashSet<>();
    List<String> unique = new ArrayList<>();
    for (Region region : list) {
      String name = region.name();
      for (int k = 2; !taken.add(name); k++) {
        name = region.name() + " (" + k + ")";
      }
      unique.add(name);
    }
    return unique;
  }

  /** A warning that regions share a name, or "". */
  public String doubleNamesWarning() {
    List<String> twice = doubleNames();
    return twice.isEmpty()
        ? ""
        : "Warning: "
            + (twice.size() == 1 ? "the name " : twice.size() + " names stand more than once: ")
            + String.join(", ", twice.subList(0, Math.min(5, twice.size())))
            + (twice.size() > 5 ? ", ..." : "")
            + (twice.size() == 1 ? " stands more than once." : ".")
            + " Such regions cannot be chosen or painted by name; give every region its own.";
  }

  /** n regions named "prefix 1", "prefix 2", ..., without labels. */
  public static Regions numbered(String prefix, int n) {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= n; i++) {
      names.add(prefix + " " + i);
    }
    return named(names);
  }

  /** Number of regions. */
  public int size() {
    return list.size();
  }

  /** Region in row {@code index} (0-based). */
  public Region get(int index) {
    return list.get(index);
  }

  /** The names in order. */
  public List<String> names() {
    return list.stream().map(Region::name).toList();
  }

  /** The regions in order. */
  public List<Region> list() {
    return list;
  }

  /**
   * Row of a region given by its name (blanks around it never count, case only if two names differ
   * in nothing else), by its label value, or by {@code #} and its label value.
   *
   * @param nameOrLabel what the user typed
   * @return 0-based row
   * @throws BadInput if no region or more than one answers to it
   */
  public int find(String nameOrLabel) {
    String wanted = nameOrLabel == null ? "" : nameOrLabel.trim();
    List<Integer> hits = rows(region -> region.name().trim().equals(wanted));
    if (hits.isEmpty()) {
      hits = rows(region -> region.name().trim().equalsIgnoreCase(wanted));
    }
    List<Integer> labelled = rows(region -> region.hasLabel() && region.labelText().equals(wanted));
    if (hits.size() == 1 && labelled.size() == 1 && !hits.equals(labelled)) {
      Region named = list.get(hits.get(0));
      throw new BadInput(
          String.format(
              "\"%s\" is the name of one region and the label of another (\"%s\"). Write #%s for the"
                  + " label, or %s.",
              wanted,
              list.get(labelled.get(0)).name(),
              wanted,
              named.hasLabel()
                  ? "#" + named.label() + " for the region of that name"
                  : "give the first another name"));
    }
    if (hits.isEmpty()) {
      hits = labelled;
    }
    if (hits.isEmpty() && wanted.startsWith("#")) {
      hits = rows(region -> region.hasLabel() && ("#" + region.labelText()).equals(wanted));
    }
    if (hits.isEmpty()
        && rows(Region::hasLabel).isEmpty()
        && rows(Region::nameIsNumber).size() == list.size()) {
      // regions that are only numbered: 3 is "Region 3"
      hits = rows(region -> region.name().replaceAll("\\D", "").equals(wanted));
    }
    if (hits.size() == 1) {
      return hits.get(0);
    }
    if (hits.isEmpty()) {
      throw new BadInput(
          "There is no region named \""
              + wanted
              + "\". The regions are "
              + summary()
              + "."
              + (wanted.matches("\\d+") && rows(Region::hasLabel).isEmpty()
                  ? " Their label values are not known: choose by name, or read the signals with"
                      + " names=[table of label values and names]."
                  : ""));
    }
    boolean labels = hits.stream().allMatch(r -> list.get(r).hasLabel());
    throw new BadInput(
        "\""
            + wanted
            + "\" means "
            + hits.size()
            + " regions. "
            + (labels
                ? "Use the label value instead."
                : "Give every region a name of its own when the signals are read."));
  }

  /** How {@link #find} takes a label: as it is, or with # if it is also another region's name. */
  public String labelText(Region region) {
    String label = region.labelText();
    boolean named = list.stream().anyMatch(r -> r != region && r.name().trim().equals(label));
    return named ? "#" + label : label;
  }

  /** The first names, for messages. */
  public String summary() {
    int shown = Math.min(8, list.size());
    String first = String.join(", ", names().subList(0, shown));
    return list.size() > shown ? first + ", ... (" + list.size() + " in all)" : first;
  }

  private List<Integer> rows(java.util.function.Predicate<Region> test) {
    List<Integer> hits = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      if (test.test(list.get(i))) {
        hits.add(i);
      }
    }
    return hits;
  }

  @Override
  public Iterator<Region> iterator() {
    return list.iterator();
  }
}
