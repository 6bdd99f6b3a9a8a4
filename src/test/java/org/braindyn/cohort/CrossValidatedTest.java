package org.braindyn.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.cohort.features.FeatureSet;
import org.braindyn.cohort.features.FeatureSets;
import org.braindyn.cohort.groups.CompareGroups;
import org.braindyn.cohort.groups.GroupComparison;
import org.braindyn.cohort.groups.GroupTables;
import org.braindyn.cohort.predict.PredictSettings;
import org.braindyn.cohort.predict.PredictVariable;
import org.braindyn.cohort.predict.Prediction;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.junit.jupiter.api.Test;

/** Predictions and comparisons across simulated people whose answer is known. */
class CrossValidatedTest {
  private static final List<FeatureSet> CONNECTIVITY = FeatureSets.usual().subList(0, 1);
  private static final int PEOPLE = 40;

  /** People with a trait that their recordings show, and cells made from it. */
  private interface Cells {
    Map<String, String> of(int person, double trait, Seed.Stream random);
  }

  private static Cohort people(Cells cells) {
    SimulatedPeople simulated = new SimulatedPeople(12, 300, 0.2, Seed.of(3));
    Seed.Stream random = Seed.of(4).stream("traits");
    List<RegionSignals> runs = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<Map<String, String>> known = new ArrayList<>();
    for (int p = 0; p < PEOPLE; p++) {
      double trait = random.gaussian();
      runs.add(simulated.run(p, 0, trait));
      names.add("p" + p);
      known.add(cells.of(p, trait, random));
    }
    return SimulatedPeople.cohort(runs, names, known, CONNECTIVITY);
  }

  private static PredictSettings settings(String variable, String confounds, int permutations) {
    return new PredictSettings(variable, "", confounds, 10, permutations, Seed.of(1));
  }

  private static Prediction predict(Cohort cohort, String confounds, int permutations) {
    return PredictVariable.run(cohort, settings("score", confounds, permutations), Progress.NONE);
  }

  @Test
  void findsATraitAndNothingInNoise() {
    Cohort cohort =
        people(
            (p, trait, random) ->
                Map.of(
                    "score", Double.toString(10 + 3 * trait),
                    "noise", Double.toString(random.gaussian())));
    Prediction made = predict(cohort, "auto", 99);
    assertTrue(made.rows().get(1).skill().value() > 0.6, "" + made.rows().get(1).skill());
    assertTrue(made.rows().get(1).explained().low() > 0.4, "" + made.rows().get(1).explained());
    assertEquals(0.01, made.rows().get(1).p(), 1e-9, "none of 99 shuffles is as good");
    assertEquals(0, made.rows().get(0).skill().value(), 1e-9, "no covariates: the mean");
    assertEquals(1, made.rows().get(1).slope(), 0.35);
    Prediction noise = PredictVariable.run(cohort, settings("noise", "auto", 99), Progress.NONE);
    assertTrue(noise.rows().get(1).skill().value() < 0.2);
    assertTrue(noise.rows().get(1).p() > 0.05, "" + noise.rows().get(1).p());
    assertEquals(List.of(), noise.warnings());
  }

  @Test
  void aConfoundTakesItsPartAndNoMore() {
    Cohort cohort =
        people(
            (p, trait, random) -> {
              double age = random.gaussian();
              return Map.of("score", Double.toString(trait + 2 * age), "age", "" + (50 + 9 * age));
            });
    Prediction made = predict(cohort, "auto", 0);
    assertTrue(made.rows().get(0).name().equals("covariates only"));
    double age = made.rows().get(0).skill().value();
    double both = made.rows().get(1).skill().value();
    assertTrue(age > 0.6 && age < 0.9, "age explains four fifths: " + age);
    assertTrue(both > age + 0.05, "connectivity adds: " + both + " to " + age);
    assertTrue(made.rows().get(1).gain().low() > 0);
    // The trait is what age leaves: of that, connectivity explains the most.
    assertTrue(made.rows().get(1).explained().value() > 0.5, "" + made.rows().get(1).explained());
    assertNotEquals(both, predict(cohort, "none", 0).rows().get(1).skill().value(), 0.01);
  }

  @Test
  void scalingOfUnitsChangesNothing() {
    Cohort plain = people((p, trait, random) -> Map.of("score", "" + (trait + 1)));
    Cohort scaled = people((p, trait, random) -> Map.of("score", "" + (1000 * trait - 7)));
    assertEquals(
        predict(plain, "auto", 0).rows().get(1).skill().value(),
        predict(scaled, "auto", 0).rows().get(1).skill().value(),
        1e-9);
  }

  @Test
  void twoNamesForOnePersonAreNoticed() {
    SimulatedPeople simulated = new SimulatedPeople(12, 300, 0.5, Seed.of(5));
    Seed.Stream random = Seed.of(6).stream("traits");
    List<RegionSignals> runs = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<Map<String, String>> cells = new ArrayList<>();
    for (int p = 0; p < 20; p++) {
      double trait = random.gaussian();
      String score = Double.toString(random.gaussian());
      for (int run = 0; run < 2; run++) {
        runs.add(simulated.run(p, run, trait));
        names.add("p" + p + "-" + run);
        cells.add(Map.of("score", score));
      }
    }
    Cohort apart = SimulatedPeople.cohort(runs, names, cells, CONNECTIVITY);
    String warnings = String.join(" ", predict(apart, "auto", 0).warnings());
    assertTrue(warnings.contains("as alike as two recordings of one person"), warnings);
    List<String> own = names.stream().map(n -> n.replaceAll("-.", "")).toList();
    Cohort together = SimulatedPeople.cohort(runs, own, cells, CONNECTIVITY);
    Prediction made = predict(together, "auto", 0);
    assertEquals(20, made.people().size(), "a person is one row");
    assertEquals(List.of(), made.warnings());
  }

  @Test
  void sitesThatDifferAreWarnedOfAndDecide() {
    Cohort part =
        people(
            (p, trait, random) ->
                Map.of(
                    "score",
                    Double.toString(trait + (p % 2 == 0 ? 4 : 0)),
                    "site",
                    p % 2 == 0 ? "north" : "south"));
    Prediction made = predict(part, "none", 0);
    assertTrue(made.warnings().get(0).startsWith("Warning: score differs between sites"));
    assertTrue(Double.isFinite(made.rows().get(1).sitesOut()));
    Cohort whole =
        people(
            (p, trait, random) ->
                Map.of(
                    "score", p % 2 == 0 ? "patient" : "control",
                    "site", p % 2 == 0 ? "north" : "south"));
    GroupComparison compared =
        CompareGroups.run(whole, settings("score", "auto", 50), 3, Progress.NONE);
    assertTrue(GroupTables.notes(compared).get(0).startsWith("Site, not group"));
  }

  @Test
  void groupsThatDifferAreToldApart() {
    Cohort cohort = people((p, trait, random) -> Map.of("score", trait > 0 ? "high" : "low"));
    GroupComparison made =
        CompareGroups.run(cohort, settings("score", "auto", 200), 3, Progress.NONE);
    assertTrue(made.prediction().rows().get(1).skill().value() > 0.8);
    assertTrue(made.links().below(0.05) > 5, "" + made.links().below(0.05));
    assertTrue(made.components().get(0).p() < 0.02);
    // Students' t of the first link by hand.
    int[] rows = made.prediction().target().rows();
    double[][] features = cohort.perPerson(cohort.tables().get(0));
    double[] sum = new double[2];
    double[] squares = new double[2];
    int[] count = new int[2];
    for (int i = 0; i < rows.length; i++) {
      int g = (int) made.prediction().target().value()[i];
      sum[g] += features[rows[i]][0];
      squares[g] += features[rows[i]][0] * features[rows[i]][0];
      count[g]++;
    }
    double within = 0;
    for (int g = 0; g < 2; g++) {
      within += squares[g] - sum[g] * sum[g] / count[g];
    }
    double difference = sum[1] / count[1] - sum[0] / count[0];
    double t =
        difference / Math.sqrt(within / (rows.length - 2) * (1.0 / count[0] + 1.0 / count[1]));
    assertEquals(t, made.links().t()[0], 1e-9);
    assertEquals(difference, made.links().effect()[0], 1e-9);
  }

  @Test
  void whatCannotBeForetoldIsSaid() {
    Cohort cohort =
        people(
            (p, trait, random) -> {
              Map<String, String> cells = new LinkedHashMap<>();
              cells.put("constant", "5");
              cells.put("mixed", p == 7 ? "old" : "" + p);
              cells.put("rare", p < 2 ? "a" : "b");
              cells.put("words", "abc".substring(p % 3, p % 3 + 1));
              cells.put("age", p == 3 ? "many" : "" + p);
              cells.put("score", "" + trait);
              return cells;
            });
    refuses(cohort, "constant", "nothing to foretell");
    refuses(cohort, "mixed", "p7 has \"old\"");
    refuses(cohort, "rare", "only 2 of 40 people are \"a\"");
    refuses(cohort, "words", "classes=[a,b]");
    refuses(cohort, "height", "Known are [constant, mixed");
    refuses(cohort, "", "Which column");
    String said = assertThrows(BadInput.class, () -> predict(cohort, "age", 0)).getMessage();
    assertTrue(said.contains("Confound age") && said.contains("\"many\""), said);
  }

  private static void refuses(Cohort cohort, String variable, String words) {
    String said =
        assertThrows(
                BadInput.class,
                () -> PredictVariable.run(cohort, settings(variable, "none", 0), Progress.NONE))
            .getMessage();
    assertTrue(said.contains(words), said);
  }
}
