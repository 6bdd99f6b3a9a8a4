package org.braindyn.data;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where regions are, as a file of coordinates gives it.
 *
 * @param places label value to world coordinates x, y, z in mm, in order of value
 * @param source file name, for messages
 * @param ordered true if the file has no labels, so that 1, 2, ... is their order
 */
public record RegionPositions(SortedMap<Integer, double[]> places, String source, boolean ordered) {
  /** No file: a region lies where its voxels do. */
  public static final RegionPositions NONE = new RegionPositions(new TreeMap<>(), "no file");

  /** Positions by label. */
  public RegionPositions(SortedMap<Integer, double[]> places, String source) {
    this(places, source, false);
  }

  /** Copies the map. */
  public RegionPositions {
    places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
  }

  /** Coordinates of a label, or null. */
  public double[] of(int label) {
    return places.get(label);
  }

  /** True if nothing was given. */
  public boolean isEmpty() {
    return places.isEmpty();
  }
}
