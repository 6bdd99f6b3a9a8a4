package org.braindyn.eeg.channel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.signal.montage.TenTwenty;
import org.junit.jupiter.api.Test;

class FillWeightsTest {
  private static final double[][] PLACES =
      TenTwenty.TUSZ.stream().map(TenTwenty::place).toArray(double[][]::new);

  private static FillWeights.Problem problem(List<String> names, int frames) {
    double[][] values = new double[names.size()][frames];
    for (int c = 0; c < values.length; c++) {
      Seed.Stream random = Seed.of(3).stream("channel " + c);
      Arrays.setAll(values[c], t -> random.gaussian());
    }
    boolean[] all = new boolean[frames];
    Arrays.fill(all, true);
    boolean[] good = new boolean[names.size()];
    Arrays.fill(good, true);
    return new FillWeights.Problem(Electrodes.of(Regions.named(names)), values, all, good);
  }

  @Test
  void aProcessFindsTheKernelThatMadeTheCovariance() {
    // exp(-d^2 / 2 0.9^2) + 1 common + 0.03 noise, at another scale.
    double[][] covariance = new double[19][19];
    for (int i = 0; i < 19; i++) {
      for (int j = 0; j < 19; j++) {
        double d2 = 0;
        for (int k = 0; k < 3; k++) {
          d2 += Math.pow(PLACES[i][k] - PLACES[j][k], 2);
        }
        covariance[i][j] = 400 * (Math.exp(-d2 / (2 * 0.81)) + 1 + (i == j ? 0.03 : 0));
      }
    }
    SphereProcess found = SphereProcess.fitted(SphereProcess.Kernel.GAUSSIAN, PLACES, covariance);
    assertArrayEquals(new double[] {0.9, 1, 0.03}, found.parameters());
    for (SphereProcess.Kernel other : SphereProcess.Kernel.values()) {
      SphereProcess one = SphereProcess.fitted(other, PLACES, covariance);
      assertTrue(one.likelihood() <= found.likelihood(), other + " is less likely");
    }
  }

  @Test
  void aProcessOfOneChannelShrinksByItsNoise() {
    // By hand: k (k + noise)^-1 with k = 1 + common.
    double[][] one = {PLACES[0]};
    SphereProcess process =
        SphereProcess.fitted(SphereProcess.Kernel.MATERN, one, new double[][] {{1}});
    double k = 1 + process.parameters()[1];
    assertEquals(k / (k + process.parameters()[2]), process.weights(PLACES[0])[0], 1e-12);
  }

  @Test
  void aRegressionFindsTheMixture() {
    FillWeights.Problem problem = problem(List.of("a", "b", "c", "d", "e"), 2000);
    double[][] v = problem.values();
    for (int t = 0; t < 2000; t++) {
      v[0][t] = 7 + 2 * v[1][t] - 0.5 * v[3][t];
    }
    boolean[] known = new boolean[2000];
    Arrays.fill(known, 0, 1000, true);
    Arrays.fill(v[0], 1000, 2000, 1e6); // came off: must not be learnt from
    FillWeights w = FillWeights.of(ChannelFill.REGRESSION, problem, 0, known);
    assertArrayEquals(new double[] {2, 0, -0.5, 0}, w.weights(), 0.005);
    assertEquals(7 + 2 * v[1][1500] - 0.5 * v[3][1500], w.at(v, 1500), 0.02);
  }

  @Test
  void nearestIsTheNeighbour() {
    FillWeights.Problem problem = problem(TenTwenty.TUSZ, 10);
    int t3 = TenTwenty.TUSZ.indexOf("T3");
    FillWeights w = FillWeights.of(ChannelFill.NEAREST, problem, t3, null);
    assertTrue(List.of("F7", "T5").contains(TenTwenty.TUSZ.get(w.sources()[0])), "36 degrees away");
  }

  @Test
  void whatCannotBeFilledIsToldWithARemedy() {
    FillWeights.Problem odd = problem(List.of("Fp1", "Fp2", "C3", "C4", "Cz", "hand"), 2000);
    BadInput place =
        assertThrows(BadInput.class, () -> FillWeights.of(ChannelFill.SPLINE, odd, 5, null));
    assertTrue(place.getMessage().contains("channels=!hand"), place.getMessage());
    odd.good()[0] = false;
    odd.good()[1] = false;
    BadInput few =
        assertThrows(BadInput.class, () -> FillWeights.of(ChannelFill.PROCESS, odd, 0, null));
    assertTrue(few.getMessage().contains("3 good channels with a known place"), few.getMessage());
    boolean[] never = new boolean[2000];
    BadInput learn =
        assertThrows(BadInput.class, () -> FillWeights.of(ChannelFill.REGRESSION, odd, 0, never));
    assertTrue(learn.getMessage().contains("fill=spline"), learn.getMessage());
    Electrodes pairs = Electrodes.of(Regions.named(List.of("Fp1-F7", "F7-T3")));
    BadInput bipolar = assertThrows(BadInput.class, () -> pairs.refuseBipolar("x.edf"));
    assertTrue(bipolar.getMessage().contains("reference=recorded"), bipolar.getMessage());
    Electrodes.of(Regions.named(List.of("Fp1-REF", "EEG C3-A2"))).refuseBipolar("x.edf");
  }
}
