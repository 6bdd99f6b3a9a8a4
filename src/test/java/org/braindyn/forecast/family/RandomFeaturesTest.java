package org.braindyn.forecast.family;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;
import org.junit.jupiter.api.Test;

class RandomFeaturesTest {
  /** A map that no linear forecast knows: x(t + 1) = 1 - 2 |x(t)|, chaotic, uncorrelated. */
  private static WindowSet tent(int regions) {
    double[][] x = new double[regions][400];
    for (int i = 0; i < regions; i++) {
      x[i][0] = 0.1 + 0.17 * i;
      for (int t = 1; t < x[i].length; t++) {
        x[i][t] = 1 - 1.999 * Math.abs(x[i][t - 1]);
      }
    }
    return new WindowSet(
        java.util.List.of(
            Recording.of(new RegionSignals(Regions.numbered("R", regions), x, 1, "tent"))),
        6,
        1,
        1);
  }

  private static double error(FamilyModel model, WindowSet set) {
    var all = set.all();
    double[] f = model.forecast(all.context(), 1, Progress.NONE).values();
    double sum = 0;
    for (int i = 0; i < f.length; i++) {
      sum += Math.pow(f[i] - all.target().values()[i], 2) / f.length;
    }
    return sum;
  }

  @Test
  void seeWhatNoLinearForecastSees() {
    WindowSet set = tent(3);
    RandomFeatures.Settings settings =
        new RandomFeatures.Settings(200, 1e-6, 100_000, null, Seed.of(1));
    RandomFeatures model = RandomFeatures.fit(set, settings, Progress.NONE);
    DirectModel linear = DirectModel.fit(DirectSums.of(set, Progress.NONE), 1e-3, 1);
    assertTrue(error(model, set) < 0.3 * error(linear, set), "error " + error(model, set));
    assertEquals(200 + 6 + 1, model.parameters());
  }

  @Test
  void neighboursAreAMeanOverSources() {
    WindowSet set = new WindowSet(Tiny.people(2, 4, 200, 0.4), 8, 2, 1);
    double[][] w = new double[4][4];
    w[1][0] = 3; // region 0 sees region 1 alone, whatever the weight
    RandomFeatures model =
        RandomFeatures.fit(set, RandomFeatures.Settings.defaults(w, Seed.of(1)), Progress.NONE);
    SignalBatch context = set.range(0, 1).context();
    SignalBatch moved = context.copy();
    moved.set(0, 2, 7, 5);
    double[] a = model.forecast(context, 2, Progress.NONE).values();
    double[] b = model.forecast(moved, 2, Progress.NONE).values();
    assertEquals(a[0], b[0], 1e-12, "region 0 does not see region 2");
    assertTrue(Math.abs(a[4] - b[4]) > 1e-3, "region 2 sees itself");
    moved = context.copy();
    moved.set(0, 1, 7, 5);
    b = model.forecast(moved, 2, Progress.NONE).values();
    assertTrue(Math.abs(a[0] - b[0]) > 1e-3, "region 0 sees region 1");
  }

  @Test
  void theSameSeedGivesTheSameModel() {
    WindowSet set = new WindowSet(Tiny.people(2, 4, 100, 0.4), 8, 2, 1);
    RandomFeatures.Settings settings = RandomFeatures.Settings.defaults(null, Seed.of(4));
    SignalBatch context = set.all().context();
    assertArrayEquals(
        RandomFeatures.fit(set, settings, Progress.NONE)
            .forecast(context, 5, Progress.NONE)
            .values(),
        RandomFeatures.fit(set, settings, Progress.NONE)
            .forecast(context, 5, Progress.NONE)
            .values());
  }
}
