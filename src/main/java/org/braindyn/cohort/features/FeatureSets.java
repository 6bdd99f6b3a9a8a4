package org.braindyn.cohort.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.BadInput;

/** The ways there are to make a recording into numbers, by name. */
public final class FeatureSets {
  private FeatureSets() {}

  /** All that need no trained model, functional connectivity first. */
  public static List<FeatureSet> usual() {
    return List.of(
        new FunctionalConnectivity(),
        new GraphFeatures(),
        new LaggedConnectivity(),
        new CoSkewness());
  }

  /**
   * Some of them; functional connectivity is always among them and first, since everything is
   * compared with it.
   *
   * @param names separated by commas; "all" for all
   * @throws BadInput if there is no such name
   */
  public static List<FeatureSet> named(String names) {
    if (names.isBlank() || names.trim().equalsIgnoreCase("all")) {
      return usual();
    }
    List<FeatureSet> chosen = new ArrayList<>(List.of(usual().get(0)));
    for (String name : names.split(",")) {
      String wanted = name.trim().toLowerCase(Locale.ROOT);
      FeatureSet set =
          usual().stream()
              .filter(s -> s.name().equals(wanted))
              .findFirst()
              .orElseThrow(
                  () ->
                      new BadInput(
                          "features="
                              + name.trim()
                              + " is not known. Choose of "
                              + usual().stream().map(FeatureSet::name).toList()
                              + ", separated by commas, or all."));
      if (chosen.stream().noneMatch(s -> s.name().equals(wanted))) {
        chosen.add(set);
      }
    }
    return chosen;
  }
}
