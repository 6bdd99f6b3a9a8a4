package org.braindyn.masked.file;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Regions;

/**
 * The regions that weights belong to, as texts beside them: {@code regions}, a JSON list of names,
 * and {@code coordinates}, a JSON list of x, y, z in mm for each. A network of ours holds a vector
 * for each region, so other regions or another order would be answered in silence with nonsense.
 */
final class StoredRegions {
  private static final String NAMES = "regions";
  private static final String COORDINATES = "coordinates";
  private static final double SAME = 1; // mm

  private StoredRegions() {}

  /** The texts to hand to {@link NetworkFile#write}; coordinates only if all are known. */
  public static Map<String, String> metadata(Regions regions) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(NAMES, new Gson().toJson(regions.names()));
    if (regions.list().stream().allMatch(r -> r.centroid() != null)) {
      texts.put(
          COORDINATES, new Gson().toJson(regions.list().stream().map(r -> r.centroid()).toList()));
    }
    return texts;
  }

  /**
   * Compares names with those of the weights, if the weights tell them.
   *
   * @param names of the recording, in order
   * @throws BadInput if they differ, telling whether only the order does
   */
  static void checkNames(Map<String, String> metadata, List<String> names, Object weights) {
    String[] own = parse(metadata.get(NAMES), String[].class, weights);
    if (own == null || List.of(own).equals(names)) {
      return;
    }
    boolean reordered = List.of(own).stream().sorted().toList().equals(sorted(names));
    int first = 0;
    while (first < Math.min(own.length, names.size()) && own[first].equals(names.get(first))) {
      first++;
    }
    throw new BadInput(
        String.format(
            "The recording's regions are %s those of the weights %s: row %d (counted from 0) is"
                + " \"%s\" there and \"%s\" here. %s",
            reordered ? "in another order than" : "not",
            weights,
            first,
            first < own.length ? own[first] : "nothing",
            first < names.size() ? names.get(first) : "nothing",
            reordered
                ? "Put the recording's rows into the order of the weights."
                : "Use a recording of the same parcellation."));
  }

  private static List<String> sorted(List<String> names) {
    return names.stream().sorted().toList();
  }

  /**
   * Compares coordinates with those of the weights, if the weights tell them.
   *
   * @param places of the recording's regions, [region, 3] in mm
   * @throws BadInput if a region lies more than 1 mm from its place
   */
  static void checkCoordinates(Map<String, String> metadata, double[] places, Object weights) {
    double[][] own = parse(metadata.get(COORDINATES), double[][].class, weights);
    for (int n = 0; own != null && n < Math.min(own.length, places.length / 3); n++) {
      double square = 0;
      for (int i = 0; i < 3; i++) {
        square += Math.pow(own[n][i] - places[3 * n + i], 2);
      }
      if (!(Math.sqrt(square) <= SAME)) {
        throw new BadInput(
            String.format(
                java.util.Locale.ROOT,
                "coordinates: region %d (counted from 0) lies %.1f mm from where the weights %s"
                    + " have it. Give the regions in the order of the weights, in mm.",
                n,
                Math.sqrt(square),
                weights));
      }
    }
  }

  private static <T> T parse(String text, Class<T> type, Object weights) {
    try {
      T value = text == null ? null : new Gson().fromJson(text, type);
      boolean odd =
          value instanceof double[][] rows
              && java.util.Arrays.stream(rows).anyMatch(r -> r == null || r.length != 3);
      if (!odd) {
        return value;
      }
    } catch (JsonParseException e) {
      throw new BadInput(weights + ": its list of regions cannot be read. Write it again.", e);
    }
    throw new BadInput(weights + ": its list of coordinates cannot be read. Write it again.");
  }
}
