package org.braindyn.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.kernel.linalg.Cholesky;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.planning.AddedPower;
import org.braindyn.planning.PlanningLaw;
import org.braindyn.planning.PlanningLaw.Assumption;
import org.braindyn.planning.SiteResponses;

/**
 * Functional connectivity by added power: three hidden sites of a rate network are driven by noise,
 * and the powers are found from covariances before and after, through a law fitted to 1 200 frames.
 */
final class PlanPower {
  private static final int HIDDEN = 3;
  private static final int FOLLOWED = 20;

  private PlanPower() {}

  static void run(long first, int networks) {
    for (int samples : new int[] {0, 1000, 250}) {
      double removed = 0;
      double exact = 0;
      int found = 0;
      for (int k = 0; k < networks; k++) {
        Seed seed = Seed.of(first).derive("network", k);
        PlanRate network = new PlanRate(seed);
        RegionSignals recording = network.recording(1200);
        int n = recording.size();
        int[] all = IntStream.range(0, n).toArray();
        PlanningLaw law =
            PlanningLaw.of(List.of(recording), Assumption.GIVEN_LINKS, network.wiring(), seed);
        SiteResponses model = law.fit(law.sums(List.of(recording))).responses(all, FOLLOWED, 1);
        double[][] now = covariance(network.recording(20000).values());
        int[] hidden = Arrays.copyOf(seed.stream("hidden").permutation(n), HIDDEN);
        double[][] change = new double[n][n];
        for (int s : hidden) {
          add(change, network.truth().answers()[s], 1);
        }
        double[][] wanted = sum(now, change, 1);
        AddedPower plan =
            AddedPower.of(
                model,
                drawn(now, samples, seed.derive("now", samples)),
                drawn(wanted, samples, seed.derive("wanted", samples)),
                Double.POSITIVE_INFINITY);
        double[][] reached = new double[n][n];
        for (int s = 0; s < n; s++) {
          add(reached, network.truth().answers()[s], plan.power()[s]);
        }
        removed += 1 - squares(sum(change, reached, -1)) / squares(change);
        exact += plan.removed();
        int[] best =
            IntStream.range(0, n)
                .boxed()
                .sorted((a, b) -> Double.compare(plan.power()[b], plan.power()[a]))
                .limit(HIDDEN)
                .mapToInt(Integer::intValue)
                .toArray();
        found +=
            Arrays.stream(hidden).allMatch(h -> Arrays.stream(best).anyMatch(b -> b == h)) ? 1 : 0;
      }
      System.out.printf(
          Locale.ROOT,
          "power, seed %d, covariances %s: distance removed in truth %.3f, promised %.3f, the hidden"
              + " sites first in %d of %d%n",
          first,
          samples == 0 ? "exact" : "of " + samples + " samples",
          removed / networks,
          exact / networks,
          found,
          networks);
    }
  }

  private static double[][] covariance(double[][] x) {
    int n = x.length;
    double[][] c = new double[n][n];
    double[] mean =
        Arrays.stream(x).mapToDouble(r -> Arrays.stream(r).average().orElse(0)).toArray();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int t = 0; t < x[i].length; t++) {
          c[i][j] += (x[i][t] - mean[i]) * (x[j][t] - mean[j]) / x[i].length;
        }
      }
    }
    return c;
  }

  private static void add(double[][] sum, double[][] answer, double power) {
    for (int i = 0; i < sum.length; i++) {
      for (int j = 0; j < sum.length; j++) {
        for (int t = 0; t < answer[i].length; t++) {
          sum[i][j] += power * answer[i][t] * answer[j][t];
        }
      }
    }
  }

  private static double[][] sum(double[][] a, double[][] b, double sign) {
    double[][] c = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        c[i][j] = a[i][j] + sign * b[i][j];
      }
    }
    return c;
  }

  private static double squares(double[][] a) {
    return Arrays.stream(a).flatMapToDouble(Arrays::stream).map(v -> v * v).sum();
  }

  /** The covariance of so many independent samples. */
  private static double[][] drawn(double[][] c, int samples, Seed seed) {
    if (samples == 0) {
      return c;
    }
    int n = c.length;
    Matrix root = Cholesky.of(Matrix.of(c)).factor();
    Seed.Stream random = seed.stream("samples");
    double[][] x = new double[n][samples];
    double[] z = new double[n];
    for (int t = 0; t < samples; t++) {
      for (int i = 0; i < n; i++) {
        z[i] = random.gaussian();
        for (int j = 0; j <= i; j++) {
          x[i][t] += root.get(i, j) * z[j];
        }
      }
    }
    return covariance(x);
  }
}
