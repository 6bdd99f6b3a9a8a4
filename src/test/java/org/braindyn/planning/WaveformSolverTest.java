package org.braindyn.planning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.braindyn.data.Seed;
import org.braindyn.forecast.family.LagModel;
import org.junit.jupiter.api.Test;

class WaveformSolverTest {
  private static final int N = 5;

  /** A law of two lags that fades. */
  static LagModel law(Seed seed) {
    Seed.Stream random = seed.stream("law");
    double[][][] b = new double[2][N][N];
    for (int k = 0; k < 2; k++) {
      for (int i = 0; i < N; i++) {
        for (int j = 0; j < N; j++) {
          b[k][i][j] = (i == j ? 0.3 : 0.15 * random.gaussian()) / (k + 1);
        }
      }
    }
    return new LagModel("law", b, 2 * N * N);
  }

  private static WaveformSolver solver(StimulationLimits limits) {
    double[][] change = {{1, 1, 0.5, -0.2}, {0.3, -1, 0, 0}};
    return new WaveformSolver(new Goal(new int[] {0, 3}, 5, change), limits, 0.1, 2);
  }

  private static StimulationLimits limits(
      double most, boolean balanced, int duration, double duty) {
    return new StimulationLimits(6, 1, 1, most, balanced, duration, duty);
  }

  @Test
  void gradientsEndWhereTheClosedFormIs() {
    for (int k = 0; k < 20; k++) {
      SiteResponses model =
          SiteResponses.of(law(Seed.of(1).derive("law", k)), new int[] {1, 2, 4}, 12, 1);
      double[][] closed =
          solver(limits(Double.POSITIVE_INFINITY, false, 6, 1))
              .best(List.of(model), 1, 2, 4)
              .strength();
      double[][] steps = solver(limits(1e6, false, 6, 1)).best(List.of(model), 1, 2, 4).strength();
      for (int s = 0; s < 3; s++) {
        assertArrayEquals(closed[s], steps[s], 1e-6);
      }
    }
  }

  /** The law run forward with the plan's steps added, frame by frame: what the cost is made of. */
  @Test
  void worthIsWhatTheLawDoesUnderTheWaveform() {
    LagModel law = law(Seed.of(3));
    SiteResponses model = SiteResponses.of(law, new int[] {1, 2, 4}, 12, 1);
    WaveformSolver solver = solver(StimulationLimits.free(6, 1, 1));
    Waveform waveform = solver.best(List.of(model), 1, 4);
    double[][] x = new double[N][12];
    for (int t = 0; t < 12; t++) {
      for (int j = 0; j < N; j++) {
        for (int k = 1; k <= Math.min(t, 2); k++) {
          for (int i = 0; i < N; i++) {
            x[j][t] += x[i][t - k] * law.coefficients()[k - 1][i][j];
          }
        }
      }
      for (int s = 0; s < 2; s++) {
        int row = waveform.sites()[s];
        int block = t - 1;
        if (block >= 0 && block < 6) {
          x[row][t] += waveform.strength()[s][block] * model.unit()[model.index(row)];
        }
      }
    }
    double left = 0.1 * waveform.energy();
    Goal goal = solver.goal();
    for (int g = 0; g < 2; g++) {
      for (int t = 0; t < 4; t++) {
        left += Math.pow(x[goal.regions()[g]][5 + t] - goal.change()[g][t], 2);
      }
    }
    assertEquals(1 - left / goal.distance(), solver.worth(model, waveform), 1e-12);
    double[][] under = model.under(waveform, solver.limits(), 12);
    for (int r = 0; r < N; r++) {
      assertArrayEquals(x[r], under[r], 1e-12);
    }
  }

  @Test
  void limitsHoldInTenThousandProblems() {
    Seed.Stream random = Seed.of(4).stream("problems");
    for (int k = 0; k < 10_000; k++) {
      int blocks = 2 + random.integer(7);
      int duration = 2 + random.integer(blocks - 1);
      double most = random.uniform(0.01, 2);
      StimulationLimits limits =
          new StimulationLimits(
              blocks, 1, 0, most, random.uniform() < 0.5, duration, random.uniform(0.05, 1));
      double[] u = new double[blocks];
      for (int b = 0; b < blocks; b++) {
        u[b] = random.uniform(0.1, 5) * random.gaussian();
      }
      new FeasibleSet(limits).project(u);
      double dose = Arrays.stream(u).map(Math::abs).sum();
      assertTrue(Arrays.stream(u).allMatch(v -> Math.abs(v) <= most), "limit in problem " + k);
      assertTrue(dose <= limits.duty() * most * blocks * (1 + 1e-12), "duty in problem " + k);
      for (int b = duration; b < blocks; b++) {
        assertEquals(0, u[b], "duration in problem " + k);
      }
      if (limits.balanced()) {
        assertEquals(0, Arrays.stream(u).sum(), 1e-12 * most * blocks, "charge in problem " + k);
      }
    }
  }

  /** No allowed waveform near the solution is cheaper. */
  @Test
  void withinLimitsNothingNearbyIsCheaper() {
    SiteResponses model = SiteResponses.of(law(Seed.of(5)), new int[] {1, 2, 4}, 12, 1);
    StimulationLimits limits = limits(0.3, true, 5, 0.6);
    WaveformSolver solver = solver(limits).withCaution(1);
    Waveform best = solver.best(List.of(model), 1, 2);
    double worth = solver.worth(model, best);
    assertTrue(worth > 0, "worth " + worth);
    Seed.Stream random = Seed.of(6).stream("nearby");
    for (int k = 0; k < 2000; k++) {
      double[][] tried = new double[2][];
      for (int s = 0; s < 2; s++) {
        tried[s] = best.strength()[s].clone();
        for (int b = 0; b < tried[s].length; b++) {
          tried[s][b] += 0.05 * random.gaussian();
        }
        new FeasibleSet(limits).project(tried[s]);
      }
      assertTrue(solver.worth(model, new Waveform(best.sites(), tried)) <= worth + 1e-9);
    }
  }
}
