package org.braindyn.forecast.family.personal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.forecast.family.DirectModel;
import org.braindyn.forecast.family.DirectSums;
import org.braindyn.forecast.family.GroupSums;
import org.braindyn.forecast.family.Tiny;
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;
import org.junit.jupiter.api.Test;

class CarriedTest {
  private static final int N = 4;
  private static final double RIDGE = 0.2;

  private static WindowSet windows(List<Recording> recordings) {
    return new WindowSet(recordings, 12, 3, 1);
  }

  private static GroupSums group() {
    WindowSet set = windows(Tiny.people(6, N, 400, 0.3));
    return new GroupSums(DirectSums.of(set, Progress.NONE), RIDGE);
  }

  private static double[][] diagonal(int n) {
    double[][] one = new double[n][n];
    for (int i = 0; i < n; i++) {
      one[i][i] = 5;
    }
    return one;
  }

  private static Recording recording(double[][] x) {
    return Recording.of(new RegionSignals(Regions.numbered("R", x.length), x, 1, "own"));
  }

  private static double[] forecast(DirectModel model, WindowSet set) {
    return model.forecast(set.range(0, 5).context(), 3, Progress.NONE).values();
  }

  @Test
  void fromAnAtlasToItselfNothingChanges() {
    WindowSet own = windows(List.of(recording(Tiny.network(N, 200, 0.3, 7))));
    RegionTransfer same = RegionTransfer.byVolumes(diagonal(N), "the same");
    GroupSums group = group();
    DirectModel there = DirectModel.fit(group.sums(), RIDGE, 0.1);
    assertArrayEquals(
        forecast(there, own), forecast(Carried.zeroShot(group, same, own), own), 1e-9);
    assertEquals(0, same.unknown());
  }

  /** Regions in another order: everything comes out in that order. */
  @Test
  void mirrorImagesAreForecastAsTheRegionsTheyMirror() {
    Regions left = Regions.named(List.of("A_L", "B_L", "C_L", "D_L"));
    Regions right = Regions.named(List.of("D_R", "B_R", "A_R", "C_R"));
    RegionTransfer transfer = RegionTransfer.homologues(left, right);
    int[] place = {3, 1, 0, 2}; // of the right region in the left order
    double[][] x = Tiny.network(N, 200, 0.3, 7);
    double[][] mixed = new double[N][];
    for (int j = 0; j < N; j++) {
      mixed[j] = x[place[j]];
    }
    WindowSet own = windows(List.of(recording(mixed)));
    GroupSums group = group();
    double[] made = forecast(Carried.zeroShot(group, transfer, own), own);
    double[] known =
        forecast(DirectModel.fit(group.sums(), RIDGE, 0.1), windows(List.of(recording(x))));
    for (int w = 0; w < 5; w++) {
      for (int j = 0; j < N; j++) {
        for (int p = 0; p < 3; p++) {
          assertEquals(known[(w * N + place[j]) * 3 + p], made[(w * N + j) * 3 + p], 1e-9);
        }
      }
    }
    Regions nobody = Regions.named(List.of("X", "Y", "Z", "W"));
    String said =
        assertThrows(BadInput.class, () -> RegionTransfer.homologues(left, nobody)).getMessage();
    assertTrue(said.contains("Names must say the hemisphere"), said);
  }

  /** Every region of the group is cut in two; each half has a slow course of its own besides. */
  @Test
  void aFinerAtlasKeepsTheGroupsForecastAndItsOwnPast() {
    Seed.Stream random = Seed.of(3).stream("halves");
    double[][] x = Tiny.network(N, 400, 0.3, 9);
    double[][] halves = new double[2 * N][400];
    for (int r = 0; r < N; r++) {
      double own = 0;
      for (int t = 0; t < 400; t++) {
        own = 0.95 * own + 0.3 * random.gaussian();
        halves[2 * r][t] = x[r][t] + own;
        halves[2 * r + 1][t] = x[r][t] - own; // the mean of both is the region itself
      }
    }
    double[][] volume = new double[N][2 * N];
    for (int r = 0; r < N; r++) {
      volume[r][2 * r] = 1;
      volume[r][2 * r + 1] = 1;
    }
    WindowSet own = windows(List.of(recording(halves)));
    RegionTransfer transfer = RegionTransfer.byVolumes(volume, "halves");
    Carried made = Carried.of(group(), transfer, own, Progress.NONE);
    assertTrue(made.carried() < made.alone(), made.carried() + " against " + made.alone());
    assertTrue(made.personal() <= 1.02 * made.carried(), made.chosen());
    double[] out = made.model().forecast(own.range(0, 2).context(), 9, Progress.NONE).values();
    assertEquals(2 * 2 * N * 9, out.length);
  }

  @Test
  void ownPastsKnowNobodyElse() {
    DirectSums sums = DirectSums.of(windows(Tiny.people(2, N, 200, 0.3)), Progress.NONE);
    double[][] own = DirectModel.fitOwn(sums, RIDGE).coefficients();
    double largest = 0;
    for (int i = 0; i < own.length; i++) {
      for (int j = 0; j < own[i].length; j++) {
        assertTrue(i % N == j / 3 || own[i][j] == 0, "own pasts alone");
        largest = Math.max(largest, Math.abs(own[i][j]));
      }
    }
    assertTrue(largest > 0.1);
  }
}
