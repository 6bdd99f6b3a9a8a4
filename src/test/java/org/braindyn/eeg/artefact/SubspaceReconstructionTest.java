package org.braindyn.eeg.artefact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.braindyn.benchmark.EegBlinkRows;
import org.braindyn.benchmark.EegHeads;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.eeg.artefact.SubspaceReconstruction.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SubspaceReconstructionTest {
  private static final double RATE = 100;
  private static final int FRAMES = 6000;

  /** Independent channels of standard deviation 1 or 2, above 2 Hz as white noise is. */
  private static double[][] noise(double[] sd) {
    double[][] x = new double[sd.length][FRAMES];
    for (int c = 0; c < sd.length; c++) {
      Seed.Stream random = Seed.of(4).stream("channel " + c);
      for (int t = 0; t < FRAMES; t++) {
        x[c][t] = sd[c] * random.gaussian();
      }
    }
    return x;
  }

  private static boolean[] first(int frames) {
    boolean[] calm = new boolean[FRAMES];
    Arrays.fill(calm, 0, frames, true);
    return calm;
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void aLargeDirectionIsMadeFromWhatIsIndependentOfIt(Form form) {
    // By hand: with calm variances 1 and 4 and v = (1, 1) / sqrt 2, what is left is a - b, and the
    // best guess from it is (a - b) / 5 for the first channel and -4 (a - b) / 5 for the second.
    double[] sd = {1, 2, 1, 1, 1, 1};
    double[] v = {1 / Math.sqrt(2), 1 / Math.sqrt(2), 0, 0, 0, 0};
    double[][] x = noise(sd);
    double[][] clean = Arrays.stream(x).map(double[]::clone).toArray(double[][]::new);
    for (int t = 4000; t < 4200; t++) {
      double wave = 100 * Math.sin(2 * Math.PI * 7 * t / RATE);
      x[0][t] += wave * v[0];
      x[1][t] += wave * v[1];
    }
    Reconstructed made = SubspaceReconstruction.of(x, RATE, first(3000), 10, form, Progress.NONE);
    double[][] out = made.values();
    for (int t = 4030; t < 4170; t++) {
      double difference = clean[0][t] - clean[1][t];
      assertEquals(0.2 * difference, out[0][t], 0.5, "at " + t);
      assertEquals(-0.8 * difference, out[1][t], 0.5, "at " + t);
      assertEquals(clean[3][t], out[3][t], 0.4, "an untouched channel at " + t);
    }
    assertEquals(1, made.stretches().size());
    assertEquals(40, made.stretches().get(0).start(), 0.6);
    assertEquals(42, made.stretches().get(0).end(), 0.6);
    assertEquals(1, made.stretches().get(0).share(), 0.02);
    for (int t = 0; t < FRAMES; t++) {
      for (int c = 0; c < 6 && !made.changed()[t]; c++) {
        assertEquals(x[c][t], out[c][t], 0, "nothing else is touched");
      }
    }
  }

  @Test
  void blinksLoseTenDecibelsAndCalmSecondsKeepTheirValues() {
    EegBlinkRows rows = new EegBlinkRows(EegHeads.dipoles(60, 100, 21), 0, 60, 200, 21);
    double[] score = rows.score(rows.subspace(Form.WHITENED, 20));
    assertTrue(score[0] >= 10, "gain " + score[0] + " dB");
    assertTrue(score[1] <= 0.05, "calm seconds changed by " + score[1]);
  }

  @Test
  void gapsStayAndAnAverageReferenceIsNoObstacle() {
    double[][] x = noise(new double[] {1, 1, 1, 1, 1, 1});
    for (int t = 0; t < FRAMES; t++) {
      x[2][t] += t >= 5000 && t < 5050 ? 300 : 0;
      double mean = 0;
      for (double[] row : x) {
        mean += row[t] / 6;
      }
      for (double[] row : x) {
        row[t] -= mean;
      }
    }
    Arrays.fill(x[1], 3500, 3600, Double.NaN);
    for (Form form : Form.values()) {
      Reconstructed made = SubspaceReconstruction.of(x, RATE, first(3000), 10, form, Progress.NONE);
      assertTrue(Double.isNaN(made.values()[1][3550]));
      assertEquals(x[0][3550], made.values()[0][3550], 0);
      assertTrue(Math.abs(made.values()[2][5025]) < 20, form + " " + made.values()[2][5025]);
      double sum = 0;
      for (double[] row : made.values()) {
        sum += row[5025];
      }
      assertEquals(0, sum, 1e-6, "still an average reference, " + form);
      assertFalse(made.changed()[4000], form + " " + made.stretches());
      assertArrayEquals(
          made.values()[3],
          SubspaceReconstruction.of(x, RATE, first(3000), 10, form, Progress.NONE).values()[3]);
    }
  }
}
