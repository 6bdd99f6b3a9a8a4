package org.braindyn.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.SignalBatch;
import org.braindyn.data.SpikeTrains;
import org.braindyn.model.Golden;
import org.junit.jupiter.api.Test;

class SpikeBinningTest {
  private static final Golden GOLDEN = Golden.read("nest_binning");
  private static final SpikeTrains SPIKES =
      new SpikeTrains(GOLDEN.array("senders").integers(), GOLDEN.numbers("times_ms"), "golden");
  private static final SpikeBinning BINS = new SpikeBinning(0, 400, 10);

  private static double[] flat(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }

  @Test
  void countsAndSymmetricRatesEqualTheReference() {
    List<SpikeBinning.Group> neurons = SpikeBinning.neurons(7, 11);
    SpikeBinning.Counts counts = BINS.count(SPIKES, neurons);
    assertArrayEquals(GOLDEN.numbers("counts"), flat(counts.counts()));
    assertEquals(
        300, Arrays.stream(flat(counts.counts())).sum() + counts.unknown() + counts.outside());
    SpikeSmoothing symmetric = new SpikeSmoothing(20, false);
    assertArrayEquals(GOLDEN.numbers("kernel"), symmetric.kernel(10), 1e-7);
    RegionSignals rates = BINS.rates(SPIKES, neurons, symmetric);
    assertArrayEquals(GOLDEN.numbers("rates_hz"), flat(rates.values()), 1e-4);
    assertEquals(0.01, rates.interval());
    RegionSignals plain = BINS.rates(SPIKES, neurons, null);
    assertEquals(GOLDEN.numbers("counts")[17] * 100, plain.values()[0][17], 1e-9);
  }

  @Test
  void populationsAreAveragesOverNeuronsWithTheSilentOnes() {
    List<SpikeBinning.Group> groups =
        List.of(new SpikeBinning.Group("a", 7, 8), new SpikeBinning.Group("b", 9, 28));
    double[][] single = BINS.count(SPIKES, SpikeBinning.neurons(7, 28)).counts();
    double[][] rates = BINS.rates(SPIKES, groups, null).values();
    for (int k = 0; k < 40; k++) {
      assertEquals((single[0][k] + single[1][k]) * 100 / 2, rates[0][k], 1e-9);
      double sum = 0;
      for (int n = 2; n < 22; n++) {
        sum += single[n][k];
      }
      assertEquals(sum * 100 / 20, rates[1][k], 1e-9);
    }
  }

  @Test
  void causalSmoothingKnowsNoFuture() {
    double[] counts = new double[40];
    counts[20] = 1;
    double[] smooth = new SpikeSmoothing(20, true).apply(counts, 10);
    for (int t = 0; t < 20; t++) {
      assertEquals(0, smooth[t]);
    }
    assertEquals(1, Arrays.stream(smooth).sum(), 1e-12, "no spike is lost");
    assertEquals(Math.exp(-0.5), smooth[22] / smooth[20], 1e-12, "one sigma later");
    double[] symmetric = new SpikeSmoothing(20, false).apply(counts, 10);
    assertTrue(symmetric[12] > 0 && symmetric[11] == 0, "it looks 8 bins ahead");
  }

  /** The reference z-scores by the context (ddof 0, floor 1e-6), targets by the same numbers. */
  @Test
  void windowsOfRatesEqualTheReference() {
    Golden golden = Golden.read("normalisation");
    double[] rates = golden.numbers("nest/rates_original");
    int[] index = golden.array("nest/val/index").integers();
    int context = golden.integer("nest/x_len");
    int horizon = golden.integer("nest/y_len");
    int count = index.length / 2;
    SignalBatch x = new SignalBatch(count, 6, context);
    SignalBatch y = new SignalBatch(count, 6, horizon);
    for (int w = 0; w < count; w++) {
      for (int n = 0; n < 6; n++) {
        int at = (index[2 * w] * 6 + n) * 88 + index[2 * w + 1];
        System.arraycopy(rates, at, x.values(), x.index(w, n, 0), context);
        System.arraycopy(rates, at + context, y.values(), y.index(w, n, 0), horizon);
      }
    }
    Windows windows = Windows.ofRaw(x, y);
    for (int w = 0; w < count; w++) {
      for (int n = 0; n < 6; n++) {
        for (int t = 0; t < context; t++) {
          double expected = golden.numbers("nest/val/x")[(w * context + t) * 6 + n];
          assertEquals(expected, windows.context().get(w, n, t), 1e-4);
        }
        for (int t = 0; t < horizon; t++) {
          double expected = golden.numbers("nest/val/y")[(w * horizon + t) * 6 + n];
          assertEquals(expected, windows.target().get(w, n, t), 1e-4);
        }
      }
    }
  }

  @Test
  void impossibleBinsAndIdsAreRefused() {
    assertThrows(BadInput.class, () -> new SpikeBinning(0, 5, 10));
    assertThrows(BadInput.class, () -> new SpikeBinning(-1, 5, 1));
    assertThrows(BadInput.class, () -> new SpikeBinning(0, 100, 0));
    assertThrows(BadInput.class, () -> SpikeBinning.neurons(5, 4));
    List<SpikeBinning.Group> overlapping =
        List.of(new SpikeBinning.Group("a", 7, 9), new SpikeBinning.Group("b", 9, 11));
    BadInput thrown = assertThrows(BadInput.class, () -> BINS.count(SPIKES, overlapping));
    assertTrue(thrown.getMessage().contains("Neuron 9"), thrown.getMessage());
  }
}
