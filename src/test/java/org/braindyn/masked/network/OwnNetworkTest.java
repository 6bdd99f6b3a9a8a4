package org.braindyn.masked.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.braindyn.data.BadInput;
import org.braindyn.data.Precision;
import org.braindyn.data.Seed;
import org.braindyn.kernel.Vec;
import org.braindyn.masked.token.Layout;
import org.braindyn.masked.token.Team;
import org.braindyn.masked.token.TokenMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our own network: gradients, equal bytes, its start, its mistakes. */
class OwnNetworkTest {
  private static final int REGIONS = 7;
  private static final int SAMPLES = 12;

  private static RegionNetwork network(boolean axial, boolean anchored) {
    RegionSettings settings =
        new RegionSettings(
            new Sizes(8, 2, 2, 10),
            new Sizes(12, 1, 3, 9),
            4,
            3,
            new RegionSettings.Style(false, 0, 0, axial, REGIONS, anchored, anchored, 1e-6),
            0.5,
            Loss.SQUARED,
            false);
    return RegionNetwork.own(settings, SAMPLES / 4, 0.8);
  }

  private static List<Window> windows(int n, boolean anchored) {
    List<Window> windows = new ArrayList<>();
    for (int w = 0; w < n; w++) {
      Random random = new Random(w);
      double[] x = random.doubles(REGIONS * SAMPLES, -2, 2).toArray();
      double[] places = random.doubles(REGIONS * 3, -0.7, 0.7).toArray();
      double[] noise = random.doubles(REGIONS * 3).toArray();
      int[] kept = Masking.natural(Masking.byNoise(noise, 6 + w % 5));
      Window window = Window.of(REGIONS, SAMPLES, x, places, kept);
      double[] estimate = random.doubles(REGIONS * SAMPLES, -1, 1).toArray();
      double[] deviation = random.doubles(REGIONS * SAMPLES, 0, 1).toArray();
      windows.add(anchored ? window.anchored(estimate, deviation) : window);
    }
    return windows;
  }

  /** Every array's gradient against central differences. */
  @ParameterizedTest
  @CsvSource({"false,false", "true,false", "true,true", "false,true"})
  void gradients(boolean axial, boolean anchored) {
    RegionNetwork network = network(axial, anchored);
    List<Window> windows = windows(3, anchored);
    try (Team team = Team.of(Precision.DOUBLE, 2)) {
      Layout layout = network.layout();
      double[] start = new Random(5).doubles(layout.size(), -0.5, 0.5).toArray();
      Vec parameters = team.first().kernel().vec(start);
      Vec gradient = team.first().kernel().vec(layout.size());
      BatchStep step = new BatchStep(network, team, Loss.SQUARED);
      step.run(parameters, windows, gradient);
      Random random = new Random(9);
      for (String name : layout.names()) {
        int at = layout.at(name) + random.nextInt(Layout.count(layout.shape(name)));
        double kept = parameters.get(at);
        double h = 1e-5;
        parameters.set(at, kept + h);
        double above = step.run(parameters, windows, null);
        parameters.set(at, kept - h);
        double below = step.run(parameters, windows, null);
        parameters.set(at, kept);
        assertEquals((above - below) / (2 * h), gradient.get(at), 1e-7, name);
      }
    }
  }

  /** What is dropped forwards is dropped backwards too. */
  @Test
  void gradientsWithDroppedEmbeddings() {
    RegionNetwork network = network(true, true);
    List<Window> windows = new ArrayList<>();
    for (Window window : windows(3, true)) {
      Seed seed = Seed.of(4).derive("dropout", windows.size());
      windows.add(window.dropped(new Dropout(0.3, seed)));
    }
    try (Team team = Team.of(Precision.DOUBLE, 2)) {
      Layout layout = network.layout();
      double[] start = new Random(5).doubles(layout.size(), -0.5, 0.5).toArray();
      Vec parameters = team.first().kernel().vec(start);
      Vec gradient = team.first().kernel().vec(layout.size());
      BatchStep step = new BatchStep(network, team, Loss.SQUARED);
      double dropped = step.run(parameters, windows, gradient);
      assertTrue(dropped != step.run(parameters, windows(3, true), null));
      for (String name : layout.names()) {
        int at = layout.at(name);
        double kept = parameters.get(at);
        parameters.set(at, kept + 1e-5);
        double above = step.run(parameters, windows, null);
        parameters.set(at, kept - 1e-5);
        double below = step.run(parameters, windows, null);
        parameters.set(at, kept);
        assertEquals((above - below) / 2e-5, gradient.get(at), 1e-7, name);
      }
    }
  }

  /** As many as the rate says are 0, the others raised; the scan token stays as it is. */
  @Test
  void aShareOfEveryTokenIsDropped() {
    int rows = 2000;
    try (Team team = Team.of(Precision.FLOAT, 1)) {
      TokenMatrix x = new TokenMatrix(team.first().kernel(), rows, 5);
      x.values().fill(0, rows * 5, 2);
      Window w = windows(1, false).get(0).dropped(new Dropout(0.1, Seed.of(8)));
      Dropout.apply(team, w, "encoder", x);
      int zeros = 0;
      for (int i = 0; i < rows; i++) {
        for (int c = 0; c < 5; c++) {
          double v = x.get(i, c);
          zeros += v == 0 ? 1 : 0;
          assertTrue(i == 0 ? v == 2 : v == 0 || Math.abs(v - 2 / 0.9) < 1e-6);
        }
      }
      assertEquals(0.1, zeros / (rows * 5.0), 0.012); // four standard errors
    }
  }

  private static byte[] output(
      RegionNetwork network, List<Window> windows, int which, int threads) {
    try (Team team = Team.of(Precision.FLOAT, threads)) {
      Vec parameters = Initialisation.own(network, team.first().kernel(), Seed.of(3));
      var encoded = network.encode(team, parameters, windows, Probe.NONE);
      double[] p = network.decode(team, parameters, encoded, Probe.NONE).prediction()[which];
      java.nio.ByteBuffer bytes = java.nio.ByteBuffer.allocate(8 * (p.length + 8));
      for (double v : p) {
        bytes.putDouble(v);
      }
      for (int i = 0; i < 8; i++) {
        bytes.putDouble(encoded.latent()[which].get(0, i));
      }
      return bytes.array();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void sameScanSameBytesInAnyBatchOrderAndThreads(boolean axial) {
    RegionNetwork network = network(axial, false);
    List<Window> windows = windows(5, false);
    byte[] alone = output(network, List.of(windows.get(2)), 0, 1);
    assertArrayEquals(alone, output(network, windows, 2, 1));
    assertArrayEquals(alone, output(network, windows, 2, 2));
    List<Window> other = List.of(windows.get(4), windows.get(2), windows.get(0));
    assertArrayEquals(alone, output(network, other, 1, 2));
  }

  @Test
  void sameGradientBitsForAnyNumberOfThreads() {
    RegionNetwork network = network(true, false);
    for (int batch : new int[] {1, 2, 5}) {
      double[][] gradients = new double[3][];
      for (int threads = 1; threads <= 3; threads++) {
        try (Team team = Team.of(Precision.FLOAT, threads)) {
          Vec parameters = Initialisation.own(network, team.first().kernel(), Seed.of(3));
          Vec gradient = team.first().kernel().vec(network.layout().size());
          new BatchStep(network, team, Loss.SQUARED)
              .run(parameters, windows(batch, false), gradient);
          gradients[threads - 1] = new double[gradient.length()];
          gradient.addTo(0, gradients[threads - 1], 0, gradient.length());
        }
      }
      assertArrayEquals(gradients[0], gradients[1]);
      assertArrayEquals(gradients[0], gradients[2]);
    }
  }

  @Test
  void anchoredNetworkBeginsAtItsAnchor() {
    RegionNetwork network = network(true, true);
    List<Window> windows = windows(2, true);
    try (Team team = Team.of(Precision.FLOAT, 1)) {
      Vec parameters = Initialisation.own(network, team.first().kernel(), Seed.of(1));
      var encoded = network.encode(team, parameters, windows, Probe.NONE);
      double[][] p = network.decode(team, parameters, encoded, Probe.NONE).prediction();
      for (int w = 0; w < p.length; w++) {
        assertArrayEquals(windows.get(w).anchor(), p[w]);
      }
    }
  }

  /** Half of what an embedded token says is signal, not .4 % as with raw mm and small weights. */
  @Test
  void signalPlaceAndTimeComeInWithLikeWeight() {
    RegionNetwork network = network(false, false);
    try (Team team = Team.of(Precision.DOUBLE, 1)) {
      Vec parameters = Initialisation.own(network, team.first().kernel(), Seed.of(1));
      double[] sums = new double[2];
      for (boolean silent : new boolean[] {false, true}) {
        Window w = windows(1, false).get(0);
        double[] x = silent ? new double[w.signals().length] : w.signals();
        Window used = Window.of(REGIONS, SAMPLES, x, w.positions(), w.kept());
        network.encode(
            team,
            parameters,
            List.of(used),
            (stage, i, tokens) -> {
              if (stage.equals("embed/encoder_input")) {
                for (int t = 1; t < tokens.rows(); t++) {
                  for (int c = 0; c < tokens.width(); c++) {
                    sums[silent ? 1 : 0] += tokens.get(t, c) * tokens.get(t, c);
                  }
                }
              }
            });
      }
      double share = 1 - sums[1] / sums[0];
      assertTrue(share > 0.2 && share < 0.8, "share of the signal " + share);
    }
  }

  @Test
  void mistakesAreNamed() {
    RegionNetwork anchored = network(true, true);
    Window w = windows(1, false).get(0);
    Window longer = Window.of(REGIONS, 13, new double[REGIONS * 13], w.positions(), w.kept());
    Window fewer = Window.of(3, SAMPLES, new double[3 * SAMPLES], new double[9], new int[] {0});
    Window nowhere = Window.of(REGIONS, SAMPLES, w.signals(), new double[3], w.kept());
    refused(anchored, w, "none was given");
    refused(network(true, false), longer, "Cut it to 12");
    refused(network(true, false), fewer, "3 regions");
    refused(network(true, false), nowhere, "position values");
  }

  private static void refused(RegionNetwork network, Window window, String reason) {
    try (Team team = Team.of(Precision.FLOAT, 1)) {
      Vec parameters = Initialisation.own(network, team.first().kernel(), Seed.of(1));
      BadInput e =
          assertThrows(
              BadInput.class, () -> network.encode(team, parameters, List.of(window), Probe.NONE));
      assertTrue(e.getMessage().contains(reason), e.getMessage());
    }
  }

  @Test
  void nothingHiddenHasNoLoss() {
    Window w = windows(1, false).get(0);
    int[] all = Masking.visible(new boolean[REGIONS * 3]);
    RegionNetwork network = network(false, false);
    try (Team team = Team.of(Precision.FLOAT, 1)) {
      Vec parameters = Initialisation.own(network, team.first().kernel(), Seed.of(1));
      Window seen = Window.of(REGIONS, SAMPLES, w.signals(), w.positions(), all);
      BatchStep step = new BatchStep(network, team, Loss.SQUARED);
      assertTrue(Double.isNaN(step.run(parameters, List.of(seen), null)));
    }
  }

  @Test
  void sineTableFollowsTime() {
    double[] fine = SineTable.rows(9, 8, 0.5);
    double[] coarse = SineTable.rows(5, 8, 1);
    for (int k = 0; k < 5; k++) {
      double[] row = Arrays.copyOfRange(coarse, k * 8, (k + 1) * 8);
      assertArrayEquals(row, Arrays.copyOfRange(fine, 2 * k * 8, (2 * k + 1) * 8), 1e-12);
    }
  }
}
