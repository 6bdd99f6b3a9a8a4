package org.braindyn.forecast.family.choice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.forecast.family.Families;
import org.braindyn.forecast.family.Family;
import org.braindyn.forecast.family.FamilyData;
import org.braindyn.forecast.family.LinkWeights;
import org.braindyn.forecast.family.Tiny;
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FamilyChoiceTest {
  private static Chosen choose(List<Recording> recordings) {
    FamilyData data = FamilyData.of(new WindowSet(recordings, 12, 3, 3), null, Seed.of(1));
    return FamilyChoice.among(data, Progress.NONE);
  }

  private static List<Recording> coins(int people, long seed) {
    List<Recording> list = new ArrayList<>();
    for (int k = 0; k < people; k++) {
      Seed.Stream random = Seed.of(seed).derive("coins", k).stream("flips");
      double[][] x = new double[5][200];
      for (double[] row : x) {
        for (int t = 0; t < row.length; t++) {
          row[t] = random.uniform() < 0.5 ? -1 : 1;
        }
      }
      list.add(Recording.of(new RegionSignals(Regions.numbered("R", 5), x, 1, "coins " + k)));
    }
    return list;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void coinFlipsEndInZero(int people) {
    for (long seed = 4; seed <= 5; seed++) {
      Chosen chosen = choose(coins(people, seed));
      assertEquals("zero", chosen.model().name(), "seed " + seed + ": " + chosen.verdict());
      assertTrue(chosen.verdict().startsWith("Nothing here can be forecast"), chosen.verdict());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void aNetworkIsFoundAndTheSentenceSaysBy(int people) {
    Chosen chosen = choose(Tiny.people(people, 5, 400, 0.35));
    assertTrue(chosen.winner().mean() < 0.9 * chosen.candidates().get(2).mean(), chosen.verdict());
    assertTrue(chosen.verdict().contains("% below damped persistence"), chosen.verdict());
    assertTrue(chosen.verdict().contains(chosen.winner().name()), chosen.verdict());
  }

  /** Where all regions alike know only their own last value, three numbers are enough. */
  @Test
  void withinAStandardErrorTheFewestNumbersWin() {
    FamilyData data =
        FamilyData.of(new WindowSet(Tiny.people(8, 5, 400, 0), 12, 3, 3), null, Seed.of(1));
    List<Family> families =
        Families.all(data).stream().filter(f -> !f.name().contains("features")).toList();
    Chosen chosen = FamilyChoice.among(data, families, Progress.NONE);
    assertEquals("damped persistence", chosen.winner().name(), chosen.verdict());
  }

  @Test
  void theSameSeedGivesTheSameChoice() {
    List<Recording> people = Tiny.people(3, 5, 200, 0.3);
    Chosen a = choose(people);
    Chosen b = choose(people);
    assertEquals(a.verdict(), b.verdict());
    assertArrayEquals(a.errors().errors().values(), b.errors().errors().values());
  }

  @Test
  void familiesThatCannotBeFittedAreNamed() {
    FamilyData data =
        FamilyData.of(new WindowSet(Tiny.people(3, 5, 200, 0.3), 12, 3, 3), null, Seed.of(1));
    List<Family> families = new ArrayList<>(Families.basic());
    families.add(
        new Family(
            "broken",
            List.of(new Family.Settings(1, 0)),
            (d, s, p) -> {
              LinkWeights.of("empty graph", new double[5][5]);
              return null;
            }));
    Chosen chosen = FamilyChoice.among(data, families, Progress.NONE);
    assertTrue(chosen.problems().get("broken").contains("empty graph"));
    assertEquals(3, chosen.candidates().size());
  }

  @Test
  void cancelStops() {
    Progress stopped =
        new Progress() {
          @Override
          public void report(double fraction, String message) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    FamilyData data =
        FamilyData.of(new WindowSet(Tiny.people(3, 5, 200, 0.3), 12, 3, 3), null, Seed.of(1));
    assertThrows(Cancelled.class, () -> FamilyChoice.among(data, stopped));
  }

  /** Stationarity and signs (Karush, Kuhn, Tucker), on random problems. */
  @Test
  void nonNegativeWeightsAreOptimal() {
    Seed.Stream random = Seed.of(3).stream("nnls");
    for (int run = 0; run < 50; run++) {
      double[][] x = new double[4][20];
      double[] y = new double[20];
      for (int i = 0; i < 20; i++) {
        y[i] = random.gaussian();
        for (double[] row : x) {
          row[i] = random.gaussian() + 0.5 * y[i];
        }
      }
      double[][] a = new double[4][4];
      double[] b = new double[4];
      for (int c = 0; c < 4; c++) {
        for (int i = 0; i < 20; i++) {
          b[c] += x[c][i] * y[i];
          for (int d = 0; d < 4; d++) {
            a[c][d] += x[c][i] * x[d][i];
          }
        }
      }
      double[] w = NonNegative.solve(a, b);
      for (int c = 0; c < 4; c++) {
        double slope = -b[c];
        for (int d = 0; d < 4; d++) {
          slope += a[c][d] * w[d];
        }
        assertTrue(w[c] >= 0);
        assertTrue(w[c] > 0 ? Math.abs(slope) < 1e-6 : slope > -1e-6, "slope " + slope);
      }
    }
  }

  @Test
  void pairedDifferencesAreStudents() {
    Paired p = Paired.of(new double[] {1, 2, 4}, new double[] {2, 4, 5});
    assertEquals(-4.0 / 3, p.difference(), 1e-12);
    assertEquals(1.0 / 3, p.standardError(), 1e-12);
    assertEquals(4.302652729911275 / 3, p.half(), 1e-6);
    assertEquals(3, p.better());
    assertTrue(!p.surelyBetter());
  }
}
