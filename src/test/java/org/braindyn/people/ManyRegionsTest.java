package org.braindyn.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.forecast.Forecaster;
import org.braindyn.signal.WindowSet;
import org.junit.jupiter.api.Test;

/** So many regions that no memory holds the sums of a linear baseline. */
class ManyRegionsTest {
  @Test
  void baselinesAreThoseThatFit() {
    int regions = 100_000;
    Seed.Stream random = Seed.of(1).stream("signals");
    double[][] x = new double[regions][8];
    for (double[] row : x) {
      for (int t = 0; t < row.length; t++) {
        row[t] = random.gaussian();
      }
    }
    Regions names = Regions.numbered("R", regions);
    RegionSignals one = new RegionSignals(names, x, 2, "one");
    WindowSet set = WindowSet.of(List.of(one), 5, 2, 1);
    List<String> fitted = Baselines.fit(set, set).stream().map(Forecaster::name).toList();
    assertEquals(3, fitted.size(), fitted.toString());
    assertEquals(0, IntStream.range(0, 3).filter(i -> fitted.get(i).startsWith("VAR")).count());
  }
}
