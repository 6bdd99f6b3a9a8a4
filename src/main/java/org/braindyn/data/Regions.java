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

  /** Regions labelled 1, 2, ... with these names. */
  public static Regions named(List<String> names) {
    List<Region> regions = new ArrayList<>();
    for (String name : names) {
      regions.add(Region.named(regions.size() + 1, name));
    }
    return new Regions(regions);
  }

  /** n regions named "prefix 1", "prefix 2", ... */
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
    List<Integer> labelled = rows(region -> Integer.toString(region.label()).equals(wanted));
    if (hits.size() == 1 && labelled.size() == 1 && !hits.equals(labelled)) {
      throw new BadInput(
          String.format(
              "\"%s\" is the name of one region and the label of another (\"%s\"). Write #%s for the"
                  + " label, or #%d for the region of that name.",
              wanted, list.get(labelled.get(0)).name(), wanted, list.get(hits.get(0)).label()));
    }
    if (hits.isEmpty()) {
      hits = labelled;
    }
    if (hits.isEmpty() && wanted.startsWith("#")) {
      hits = rows(region -> ("#" + region.label()).equals(wanted));
    }
    if (hits.size() == 1) {
      return hits.get(0);
    }
    if (hits.isEmpty()) {
      throw new BadInput(
          "There is no region named \"" + wanted + "\". The regions are " + summary() + ".");
    }
    throw new BadInput(
        "\"" + wanted + "\" means " + hits.size() + " regions. Use the label value instead.");
  }

  /** What {@link #find} takes for one of these regions: its label, with # if it is also a name. */
  public String text(Region region) {
    String label = Integer.toString(region.label());
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
