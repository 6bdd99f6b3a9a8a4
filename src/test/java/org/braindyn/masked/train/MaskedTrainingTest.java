package org.braindyn.masked.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Precision;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Vec;
import org.braindyn.masked.network.Initialisation;
import org.braindyn.masked.network.Loss;
import org.braindyn.masked.network.RegionNetwork;
import org.braindyn.masked.network.RegionSettings;
import org.braindyn.masked.network.Sizes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaskedTrainingTest {
  private static final int REGIONS = 8;
  private static final int SAMPLES = 24;

  @TempDir Path folder;
  private final Kernel kernel = Kernel.best(Precision.FLOAT);

  static RegionNetwork network(boolean anchored) {
    RegionSettings settings =
        new RegionSettings(
            new Sizes(16, 1, 2, 32),
            new Sizes(16, 1, 2, 32),
            4,
            3,
            new RegionSettings.Style(false, 0, 0, true, REGIONS, anchored, anchored, 1e-6),
            0.5,
            Loss.SQUARED,
            false);
    return RegionNetwork.own(settings, SAMPLES / 4, 1);
  }

  /** Pairs of regions share one slow sine each, with noise: what is hidden can be inferred. */
  private static Recording recording(String person, int seed) {
    Seed.Stream stream = Seed.of(seed).stream("data");
    double[][] x = new double[REGIONS][90];
    for (int n = 0; n < REGIONS; n += 2) {
      double phase = stream.uniform(0, 2 * Math.PI);
      for (int t = 0; t < 90; t++) {
        double y = Math.sqrt(2) * Math.sin(phase + t * 2 * Math.PI / (9 + n));
        x[n][t] = y + 0.2 * stream.gaussian();
        x[n + 1][t] = y + 0.2 * stream.gaussian();
      }
    }
    double[] places = new double[REGIONS * 3];
    for (int i = 0; i < places.length; i++) {
      places[i] = i * 0.03;
    }
    return new Recording(person, x, places);
  }

  static List<Recording> people(int from, int n) {
    List<Recording> list = new ArrayList<>();
    for (int i = from; i < from + n; i++) {
      list.add(recording("person" + i, i));
    }
    return list;
  }

  static MaskedTrainingSettings settings(int epochs) {
    return new MaskedTrainingSettings(
        SAMPLES,
        2,
        4,
        epochs,
        3e-3,
        0.1,
        0.01,
        1,
        AdamKind.TORCH,
        List.of(MaskKind.values()),
        0.5,
        0.1,
        Seed.of(11));
  }

  private MaskedTraining training(RegionNetwork network, int epochs) {
    return new MaskedTraining(network, settings(epochs), Precision.FLOAT);
  }

  static double[] values(Vec vec) {
    double[] values = new double[vec.length()];
    vec.addTo(0, values, 0, values.length);
    return values;
  }

  @Test
  void learnsAndIsTheSameOnAnyNumberOfThreads() throws IOException {
    RegionNetwork network = network(false);
    Vec start = Initialisation.own(network, kernel, Seed.of(2));
    MaskedTraining.Result one =
        training(network, 40).run(start, people(0, 24), people(60, 3), 1, Progress.NONE);
    MaskedTraining.Result two =
        training(network, 40).run(start, people(0, 24), people(60, 3), 2, Progress.NONE);
    assertEquals(one.log(), two.log());
    assertArrayEquals(values(one.parameters()), values(two.parameters()));
    EpochLog first = one.log().get(0);
    EpochLog last = one.log().get(39);
    assertTrue(last.loss() < 0.8 * first.loss(), first + " " + last);
    assertTrue(last.validation() > first.validation() + 0.1, first + " " + last);
  }

  @Test
  void stoppedAtAnyMomentItEndsWithTheSameBits() throws IOException {
    RegionNetwork network = network(false);
    Vec start = Initialisation.own(network, kernel, Seed.of(2));
    MaskedTraining.Result whole =
        training(network, 6).run(start, people(0, 3), people(20, 1), 1, Progress.NONE);
    Path file = folder.resolve("state.safetensors");
    for (int stopAt : new int[] {3, 60, 90}) {
      int[] asked = {0};
      Progress stop =
          new Progress() {
            @Override
            public void report(double fraction, String message) {}

            @Override
            public boolean cancelled() {
              return ++asked[0] > stopAt;
            }
          };
      assertThrows(
          Cancelled.class,
          () ->
              training(network, 6)
                  .checkpoint(file)
                  .run(start, people(0, 3), people(20, 1), 1, stop));
    }
    assertTrue(Files.exists(file));
    MaskedTraining.Result resumed =
        training(network, 6)
            .checkpoint(file)
            .run(start, people(0, 3), people(20, 1), 2, Progress.NONE);
    assertEquals(whole.log(), resumed.log());
    assertArrayEquals(values(whole.parameters()), values(resumed.parameters()));
    BadInput other =
        assertThrows(
            BadInput.class,
            () ->
                training(network, 7)
                    .checkpoint(file)
                    .run(start, people(0, 3), people(20, 1), 1, Progress.NONE));
    assertTrue(other.getMessage().contains("another training"), other.getMessage());
    Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), 1000));
    assertThrows(
        BadInput.class,
        () ->
            training(network, 6)
                .checkpoint(file)
                .run(start, people(0, 3), people(20, 1), 1, Progress.NONE));
  }

  @Test
  void anchoredStartsAtItsAnchorAndLogsItBeside() throws IOException {
    RegionNetwork network = network(true);
    Vec start = Initialisation.own(network, kernel, Seed.of(2));
    Anchor twin =
        (recording, at, window) -> {
          double[] estimate = recording.window(at, SAMPLES);
          double[] all = estimate.clone();
          for (int i = 0; i < all.length; i++) {
            int region = i / SAMPLES;
            estimate[i] = 0.9 * all[(region ^ 1) * SAMPLES + i % SAMPLES];
          }
          return new Anchor.Estimate(estimate, null);
        };
    MaskedTraining.Result result =
        training(network, 3).anchor(twin).run(start, people(0, 3), people(20, 1), 1, Progress.NONE);
    EpochLog first = result.log().get(0);
    assertTrue(first.anchor() > 0.8, "" + first);
    assertEquals(first.anchor(), first.validation(), 0.05);
  }

  @Test
  void peopleMayNotBeOnBothSides() {
    RegionNetwork network = network(false);
    Vec start = Initialisation.own(network, kernel, Seed.of(2));
    BadInput e =
        assertThrows(
            BadInput.class,
            () -> training(network, 2).run(start, people(0, 3), people(2, 1), 1, Progress.NONE));
    assertTrue(e.getMessage().contains("person2"), e.getMessage());
    Recording shorter = new Recording("short", new double[REGIONS][5], new double[REGIONS * 3]);
    BadInput few =
        assertThrows(
            BadInput.class,
            () -> training(network, 2).run(start, List.of(shorter), List.of(), 1, Progress.NONE));
    assertTrue(few.getMessage().contains("5 samples"), few.getMessage());
  }

  @Test
  void masksHideWhatTheirKindSays() {
    Seed.Stream stream = Seed.of(4).stream("test");
    for (int round = 0; round < 50; round++) {
      boolean[] tokens = MaskKind.TOKENS.draw(stream, 10, 6, 0.75);
      assertEquals(45, count(tokens));
      boolean[] regions = MaskKind.REGIONS.draw(stream, 10, 6, 0.75);
      boolean[] gaps = MaskKind.GAPS.draw(stream, 10, 6, 0.75);
      boolean[] future = MaskKind.FUTURE.draw(stream, 10, 6, 0.75);
      for (int i = 0; i < 60; i++) {
        assertEquals(regions[i / 6 * 6], regions[i]);
        assertEquals(gaps[i % 6], gaps[i]);
        assertEquals(i % 6 == 5, future[i]);
      }
      assertFalse(gaps[0] || gaps[5]);
      assertTrue(count(regions) >= 6 && count(regions) <= 18);
    }
  }

  private static int count(boolean[] flags) {
    int count = 0;
    for (boolean flag : flags) {
      count += flag ? 1 : 0;
    }
    return count;
  }

  @Test
  void scheduleRisesThenFallsAlongACosine() {
    MaskedTrainingSettings s = settings(1);
    assertEquals(3e-3 / 11, s.rate(0, 100), 1e-12);
    assertEquals(3e-3, s.rate(10, 100), 1e-12);
    assertEquals(1.5e-3, s.rate(55, 100), 1e-12);
    assertTrue(s.rate(99, 100) < 2e-6);
  }

  @Test
  void scores() {
    HiddenScore score = new HiddenScore();
    score.add(new double[] {1, 2, 3, 9}, new double[] {1, 2, 4, 0}, new double[] {1, 1, 1, 0});
    assertEquals(0.5, score.r2(), 1e-12);
    assertEquals(1.0 / 3, score.mse(), 1e-12);
    assertEquals(1.0 / 3, score.mae(), 1e-12);
    // covariance 3, variances 2 and 14/3
    assertEquals(3 / Math.sqrt(2 * 14.0 / 3), score.correlation(), 1e-12);
  }
}
