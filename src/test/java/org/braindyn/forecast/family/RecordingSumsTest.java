package org.braindyn.forecast.family;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.Progress;
import org.braindyn.forecast.VectorAutoregression;
import org.braindyn.forecast.family.sums.LagSums;
import org.braindyn.forecast.family.sums.Stretches;
import org.braindyn.graph.LinearAutoregression;
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;
import org.braindyn.work.LocalWork;
import org.junit.jupiter.api.Test;

/** Sums over people in pairs: one bit pattern for any threads, and the sums one after the other. */
class RecordingSumsTest {
  private static final int PEOPLE = 16;
  private final List<Recording> people = Tiny.people(PEOPLE, 4, 90, 0.3);
  private final WindowSet windows = new WindowSet(people, 12, 3, 4);

  private static double relative(double[] found, double[] wanted) {
    double most = Arrays.stream(wanted).map(Math::abs).max().orElse(1);
    double worst = 0;
    for (int i = 0; i < wanted.length; i++) {
      worst = Math.max(worst, Math.abs(found[i] - wanted[i]) / most);
    }
    return worst;
  }

  @Test
  void lagSumsOfPeople() {
    LagSums after = null;
    for (Recording person : people) {
      LagSums one = LagSums.of(List.<double[][]>of(Stretches.standardised(person)), 5);
      after = after == null ? one : after.plus(one, 1);
    }
    LagSums some = FamilyData.wholeSums(people, 5);
    assertEquals(0, relative(some.toArray(), after.toArray()), 1e-12);
    assertEquals(after.samples(), some.samples());
    for (int threads = 1; threads <= 5; threads++) {
      LagSums again =
          new LocalWork(threads, "test").sum(people, 4, new FamilyData.Whole(5), Progress.NONE);
      assertArrayEquals(some.toArray(), again.toArray());
    }
  }

  @Test
  void windowSumsOfPeople() {
    LagSums after = null;
    for (int from = 0; from < windows.size(); from += 64) {
      int to = Math.min(windows.size(), from + 64);
      LagSums one = LagSums.of(Stretches.windows(windows, from, to), 3);
      after = after == null ? one : after.plus(one, 1);
    }
    assertEquals(0, relative(FamilyData.windowSums(windows).toArray(), after.toArray()), 1e-12);
  }

  @Test
  void directSumsOfPeople() {
    DirectSums one = DirectSums.of(windows, Progress.NONE);
    DirectSums found =
        new LocalWork(3, "test")
            .sum(people, 4, new FamilyData.Direct(windows.shape()), Progress.NONE);
    assertEquals(0, relative(found.gram().values(), one.gram().values()), 1e-12);
    assertEquals(0, relative(found.cross().values(), one.cross().values()), 1e-12);
    assertEquals(one.windows(), found.windows());
  }

  @Test
  void autoregressionsOfPeople() {
    LinearAutoregression after = new LinearAutoregression(4, 2);
    for (Recording person : people) {
      after.add(Stretches.standardised(person));
    }
    double[][][] wanted = after.solve(10);
    List<double[]> patterns = new ArrayList<>();
    for (int threads = 1; threads <= 4; threads++) {
      double[][][] found =
          VectorAutoregression.fitRuns(
                  people, 2, new double[] {10}, new LocalWork(threads, "test"), Progress.NONE)
              .get(0)
              .coefficients();
      double[] flat =
          Arrays.stream(found).flatMap(Arrays::stream).flatMapToDouble(Arrays::stream).toArray();
      patterns.add(flat);
      assertArrayEquals(patterns.get(0), flat);
    }
    double[] flat =
        Arrays.stream(wanted).flatMap(Arrays::stream).flatMapToDouble(Arrays::stream).toArray();
    assertEquals(0, relative(patterns.get(0), flat), 1e-12);
  }
}
