package org.braindyn.cohort.embed;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.cohort.Cohort;
import org.braindyn.cohort.CohortEntry;
import org.braindyn.cohort.FeatureTable;
import org.braindyn.data.text.ResultTable;

/**
 * A cohort at a glance.
 *
 * @param cohort the recordings with their features and those of their halves
 * @param planes recordings in a plane, one per set of features
 * @param identified who is recognised, one per set of features
 */
public record EmbedCohort(Cohort cohort, List<Plane> planes, List<Identification> identified) {
  /** Of a cohort that was read with halves. */
  public static EmbedCohort of(Cohort cohort) {
    List<Plane> planes = new ArrayList<>();
    List<Identification> identified = new ArrayList<>();
    for (FeatureTable table : cohort.tables()) {
      planes.add(Plane.of(table.set().name(), table.values(), table.set().mixed()));
      identified.add(Identification.of(table));
    }
    return new EmbedCohort(cohort, planes, identified);
  }

  /** One row per recording: what is known of it, and its place by every set of features. */
  public ResultTable recordings() {
    List<String> known = cohort.columns();
    List<String> columns = new ArrayList<>(List.of("Person", "Recording", "Frames"));
    known.forEach(c -> columns.add("column " + c));
    for (Plane plane : planes) {
      columns.add(plane.name() + " 1");
      columns.add(plane.name() + " 2");
    }
    ResultTable table = new ResultTable(columns, ResultTable.Numbers.SIX_DECIMALS);
    for (int i = 0; i < cohort.entries().size(); i++) {
      CohortEntry entry = cohort.entries().get(i);
      int row = i;
      table.row(
          entry.person(),
          String.valueOf(entry.recording().file().getFileName()),
          entry.frames(),
          known.stream().map(entry::cell).toList(),
          planes.stream()
              .flatMap(p -> List.of(p.places()[row][0], p.places()[row][1]).stream())
              .toList());
    }
    return table;
  }

  /** One row per set of features: how many numbers, who is recognised. */
  public ResultTable identification() {
    ResultTable table =
        new ResultTable(
            List.of("Features", "Numbers", "Identified", "Chance", "Axis 1 (%)", "Axis 2 (%)"),
            ResultTable.Numbers.SIX_DECIMALS);
    for (int s = 0; s < planes.size(); s++) {
      table.row(
          planes.get(s).name(),
          cohort.tables().get(s).values()[0].length,
          identified.get(s).rate(),
          identified.get(s).chance(),
          100 * planes.get(s).share()[0],
          100 * planes.get(s).share()[1]);
    }
    return table;
  }

  /** All features of one set, one row per recording. */
  public ResultTable features(int set) {
    FeatureTable features = cohort.tables().get(set);
    List<String> columns = new ArrayList<>(List.of("person", "recording"));
    int[][] places = features.set().places(cohort.regions().size());
    for (int f = 0; f < features.values()[0].length; f++) {
      columns.add(f < places.length ? name(places[f], f) : "feature " + (f + 1));
    }
    ResultTable table = new ResultTable(columns, ResultTable.Numbers.EXACT);
    for (int i = 0; i < cohort.entries().size(); i++) {
      CohortEntry entry = cohort.entries().get(i);
      table.row(
          entry.person(),
          String.valueOf(entry.recording().file().getFileName()),
          features.values()[i]);
    }
    return table;
  }

  private String name(int[] regions, int feature) {
    List<String> names = new ArrayList<>();
    for (int region : regions) {
      names.add(cohort.regions().get(region).name());
    }
    return names.size() == 2 ? String.join(" - ", names) : "feature " + (feature + 1);
  }
}
