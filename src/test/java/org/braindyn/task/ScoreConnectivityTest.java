package org.braindyn.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.junit.jupiter.api.Test;

/** Scores against known links: links found, their direction, and a null that finds none. */
class ScoreConnectivityTest {
  private static final int N = 8;

  /** Region i drives i + 1 and i + 3. */
  private static double[][] wiring() {
    double[][] weights = new double[N][N];
    for (int i = 0; i < N; i++) {
      weights[i][(i + 1) % N] = 0.4;
      weights[i][(i + 3) % N] = 0.3;
    }
    return weights;
  }

  private static RegionSignals run(double[][] weights, long seed) {
    Seed.Stream random = Seed.of(seed).stream("signals");
    double[][] values = new double[N][500];
    double[] x = new double[N];
    for (int t = 0; t < 500; t++) {
      double[] next = new double[N];
      for (int j = 0; j < N; j++) {
        next[j] = 0.2 * x[j] + random.gaussian();
        for (int i = 0; i < N; i++) {
          next[j] += weights[i][j] * x[i];
        }
      }
      x = next;
      for (int j = 0; j < N; j++) {
        values[j][t] = x[j];
      }
    }
    return new RegionSignals(Regions.numbered("Region", N), values, 1, "run " + seed);
  }

  private static TruthScore of(List<TruthScore> scores, String method) {
    return scores.stream().filter(s -> s.method().equals(method)).findFirst().orElseThrow();
  }

  @Test
  void findsLinksAndTheirDirection() {
    KnownLinks truth = KnownLinks.of(wiring(), 0);
    List<TruthScore> scores =
        ScoreConnectivity.of(List.of(run(wiring(), 1)), truth, 39, Seed.of(1), Progress.NONE);
    TruthScore var = of(scores, "VAR(1)");
    assertTrue(var.auroc() > 0.95, var.toString());
    assertEquals(1.0 / 40, var.p(), 1e-12);
    assertEquals(0.5, var.shifted(), 0.1);
    assertTrue(var.directionLow() > 0, var.toString());
    TruthScore correlation = of(scores, "correlation");
    assertEquals(correlation.auroc(), correlation.transposed(), 1e-12);
    List<String> notes = TruthTable.notes(scores);
    assertTrue(notes.toString().contains("VAR(1): AUROC"), notes.toString());
    assertTrue(notes.toString().contains("there is no direction to read"), notes.toString());
  }

  @Test
  void peopleNarrowTheInterval() {
    KnownLinks truth = KnownLinks.of(wiring(), 0);
    List<RegionSignals> many = new ArrayList<>();
    for (int p = 0; p < 6; p++) {
      many.add(run(wiring(), 10 + p));
    }
    TruthScore var = of(ScoreConnectivity.of(many, truth, 0, Seed.of(1), Progress.NONE), "VAR(1)");
    assertTrue(var.auroc() > 0.99 && var.low() > 0.95, var.toString());
    assertTrue(Double.isNaN(var.p()));
  }

  @Test
  void theTruthItselfScoresOneAndUnknownPairsDoNotCount() {
    double[][] weights = wiring();
    double[][] wrong = wiring();
    weights[0][5] = Double.NaN;
    wrong[0][5] = 9; // would be the strongest of all
    TruthScore score = ScoreConnectivity.ofMatrix("own", wrong, KnownLinks.of(weights, 0));
    assertEquals(1, score.auroc(), 1e-12);
    wrong[0][6] = 9;
    assertTrue(ScoreConnectivity.ofMatrix("own", wrong, KnownLinks.of(weights, 0)).auroc() < 1);
  }

  @Test
  void saysWhatIsWrong() {
    double[][] dense = new double[N][N];
    for (double[] row : dense) {
      java.util.Arrays.fill(row, 0.3);
    }
    String said = assertThrows(BadInput.class, () -> KnownLinks.of(dense, 0)).getMessage();
    assertTrue(said.contains("56 of 56 pairs"), said);
    KnownLinks small = KnownLinks.of(new double[][] {{0, 1}, {0, 0}}, 0);
    List<RegionSignals> runs = List.of(run(wiring(), 1));
    said =
        assertThrows(
                BadInput.class,
                () -> ScoreConnectivity.of(runs, small, 0, Seed.of(1), Progress.NONE))
            .getMessage();
    assertTrue(said.contains("8 regions, the truth 2"), said);
  }
}
