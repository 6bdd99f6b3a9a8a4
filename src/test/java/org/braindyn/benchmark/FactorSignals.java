package org.braindyn.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;

/** Generated recordings for benchmarks (seed 1). */
final class FactorSignals {
  private static final int FACTORS = 12;

  private FactorSignals() {}

  /** Regions that follow a few slow factors and their own noise, each person's alike. */
  static List<RegionSignals> people(int regions, int people, int frames) {
    List<String> names = new ArrayList<>();
    for (int n = 0; n < regions; n++) {
      names.add("R" + n);
    }
    Seed.Stream common = Seed.of(1).stream("loadings");
    double[][] loadings = new double[regions][FACTORS];
    for (double[] row : loadings) {
      for (int k = 0; k < FACTORS; k++) {
        row[k] = common.gaussian();
      }
    }
    List<RegionSignals> result = new ArrayList<>();
    for (int p = 0; p < people; p++) {
      Seed.Stream random = Seed.of(1).derive("person", p).stream("signals");
      double[][] x = new double[regions][frames];
      double[] factors = new double[FACTORS];
      for (int t = 1; t < frames; t++) {
        for (int k = 0; k < FACTORS; k++) {
          factors[k] = (0.8 + 0.015 * k) * factors[k] + 0.5 * random.gaussian();
        }
        for (int n = 0; n < regions; n++) {
          x[n][t] = 0.6 * x[n][t - 1] + random.gaussian();
          for (int k = 0; k < FACTORS; k++) {
            x[n][t] += 0.2 * loadings[n][k] * factors[k];
          }
        }
      }
      result.add(new RegionSignals(Regions.named(names), x, 0.72, "person " + p));
    }
    return result;
  }
}
