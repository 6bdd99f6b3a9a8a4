package org.braindyn.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.braindyn.data.Seed;
import org.braindyn.forecast.family.LagModel;
import org.braindyn.planning.Goal;
import org.braindyn.planning.SiteResponses;
import org.braindyn.planning.StimulationLimits;
import org.braindyn.planning.WaveformSolver;

/** Seconds to rank 90 sites on 94 regions once their answers are known, free and within limits. */
public final class PlanBenchmark {
  private static final int N = 94;

  private PlanBenchmark() {}

  public static void main(String[] args) {
    Seed.Stream random = Seed.of(1).stream("law");
    double[][][] b = new double[1][N][N];
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        b[0][i][j] = i == j ? 0.7 : 0.02 * random.gaussian();
      }
    }
    int[] sites = IntStream.range(4, N).toArray();
    Goal goal = Goal.shift(new int[] {0, 1, 2, 3}, 1, 8, 5);
    SiteResponses answers = SiteResponses.of(new LagModel("law", b, N * N), sites, goal.end(), 1);
    for (int run = 0; run < 3; run++) {
      time("free", answers, goal, StimulationLimits.free(8, 1, 2), sites);
      time("limits", answers, goal, new StimulationLimits(8, 1, 2, 0.5, true, 6, 0.5), sites);
    }
  }

  private static void time(
      String name, SiteResponses answers, Goal goal, StimulationLimits limits, int[] sites) {
    WaveformSolver solver = new WaveformSolver(goal, limits, 0.1, 5);
    long began = System.nanoTime();
    double most = 0;
    for (int site : sites) {
      most = Math.max(most, solver.worth(answers, solver.best(List.of(answers), site)));
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %d sites on %d regions %.3f s (best worth %.3f)%n",
        name,
        sites.length,
        N,
        (System.nanoTime() - began) / 1e9,
        most);
  }
}
