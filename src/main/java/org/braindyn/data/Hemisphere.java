package org.braindyn.data;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The side of the brain that a region lies on. Names tell by one word: left, lh or l, right, rh or
 * r in any case, as in {@code Left-Thalamus}, {@code ctx-lh-insula}, {@code 7Networks_LH_Vis_1},
 * {@code lh.V1}, {@code V1-L}, {@code L V1}, {@code SFG_L_7_1}, {@code CORTEX_LEFT}, {@code V1
 * (R)}.
 */
public enum Hemisphere {
  /** Negative x in MNI and scanner coordinates. */
  LEFT,
  /** Positive x. */
  RIGHT,
  /** On the midline, or nothing tells. */
  NEITHER;

  private static final List<List<String>> SIDES =
      List.of(List.of("left", "right"), List.of("lh", "rh"), List.of("l", "r"));

  /** A word: letters and digits, ended by other signs or by the hump of a camel. */
  private static final Pattern WORD =
      Pattern.compile("(?:\\p{Lu}+(?!\\p{Ll})|\\p{L}\\p{Ll}*)\\d*|\\d+");

  /** Side of a region: by its name, else by the sign of its centroid's x. */
  public static Hemisphere of(Region region) {
    Hemisphere named = of(region.name());
    double[] centroid = region.centroid();
    if (named != NEITHER || centroid == null || !(Math.abs(centroid[0]) > 0)) {
      return named;
    }
    return centroid[0] < 0 ? LEFT : RIGHT;
  }

  /** Side that a name tells. */
  public static Hemisphere of(String name) {
    MatchResult word = word(name);
    if (word == null) {
      return NEITHER;
    }
    return word.group().toLowerCase(Locale.ROOT).startsWith("l") ? LEFT : RIGHT;
  }

  /**
   * The same region's name on the other side, in lower case; null if the name tells no side.
   *
   * @param name e.g. "Precentral_L"
   * @return e.g. "precentral_r"
   */
  public static String mirrored(String name) {
    MatchResult word = word(name);
    if (word == null) {
      return null;
    }
    String side = word.group().toLowerCase(Locale.ROOT);
    String other = null;
    for (List<String> pair : SIDES) {
      int at = pair.indexOf(side);
      other = at < 0 ? other : pair.get(1 - at);
    }
    return (name.substring(0, word.start()) + other + name.substring(word.end()))
        .toLowerCase(Locale.ROOT);
  }

  /** The word that tells the side: the longest kind counts, at the start before the end. */
  private static MatchResult word(String name) {
    List<MatchResult> words = WORD.matcher(name).results().toList();
    for (List<String> pair : SIDES) {
      List<MatchResult> hits =
          words.stream().filter(w -> pair.contains(w.group().toLowerCase(Locale.ROOT))).toList();
      if (hits.isEmpty()) {
        continue;
      }
      MatchResult first = hits.get(0);
      MatchResult last = hits.get(hits.size() - 1);
      boolean ends = first != words.get(0) && last == words.get(words.size() - 1);
      return ends ? last : first;
    }
    return null;
  }
}
