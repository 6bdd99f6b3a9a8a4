package org.braindyn.signal.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.braindyn.data.BadInput;
import org.braindyn.data.Seed;
import org.braindyn.signal.cleaning.Detrend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters and detrending against their analytic answers. */
class FilterTest {
  private static final double TR = 0.72;
  private static final int FRAMES = 1200;

  private static double[] sine(double hz, double phase) {
    double[] x = new double[FRAMES];
    for (int t = 0; t < FRAMES; t++) {
      x[t] = Math.sin(2 * Math.PI * hz * TR * t + phase);
    }
    return x;
  }

  /** Amplitude and phase of a frequency in the middle half, by least squares on sine and cosine. */
  private static double[] response(double[] y, double hz) {
    double cc = 0;
    double cs = 0;
    double ss = 0;
    double yc = 0;
    double ys = 0;
    for (int t = FRAMES / 4; t < 3 * FRAMES / 4; t++) {
      double c = Math.cos(2 * Math.PI * hz * TR * t);
      double s = Math.sin(2 * Math.PI * hz * TR * t);
      cc += c * c;
      cs += c * s;
      ss += s * s;
      yc += y[t] * c;
      ys += y[t] * s;
    }
    double det = cc * ss - cs * cs;
    double a = (yc * ss - ys * cs) / det;
    double b = (ys * cc - yc * cs) / det;
    return new double[] {Math.hypot(a, b), Math.atan2(a, b)};
  }

  @ParameterizedTest(name = "{0} Hz through {1}-{2} Hz, order {3}")
  @CsvSource({
    "0.05,0.01,0.1,4",
    "0.2,0.01,0.1,4",
    "0.1,0,0.1,3",
    "0.003,0.01,0,2",
    "0.01,0.01,0,5",
    "0.15,0,0.1,1",
    "0.2,0.01,0.1,5",
    "0.02,0.008,0.09,7"
  })
  void butterworthGainIsTheFormulasAndThePhaseIsZero(
      double hz, double low, double high, int order) {
    double[] y = sine(hz, 0.3);
    new Butterworth(low, high, order, TR).apply(y);
    double w = Math.tan(Math.PI * hz * TR);
    double gain = 1;
    if (high > 0) {
      gain /= 1 + Math.pow(w / Math.tan(Math.PI * high * TR), 2 * order);
    }
    if (low > 0) {
      gain /= 1 + Math.pow(Math.tan(Math.PI * low * TR) / w, 2 * order);
    }
    double[] found = response(y, hz);
    assertEquals(gain, found[0], 1e-4 + 0.01 * gain);
    if (gain > 0.01) {
      assertEquals(0.3, found[1], 0.01);
    }
  }

  @Test
  void aSlowSinePassesAndAFastOneFallsBy40Decibels() {
    double[] slow = sine(0.05, 0);
    double[] fast = sine(0.2, 0);
    Butterworth band = new Butterworth(0.01, 0.1, 4, TR);
    band.apply(slow);
    band.apply(fast);
    assertTrue(20 * Math.log10(response(slow, 0.05)[0]) > -0.1);
    assertTrue(20 * Math.log10(response(fast, 0.2)[0]) < -40);
  }

  @Test
  void constantsPassTheLowPassAndStopAtTheHighPass() {
    double[] x = new double[50];
    java.util.Arrays.fill(x, 7);
    new Butterworth(0, 0.1, 5, TR).apply(x);
    assertEquals(7, x[0], 1e-9);
    assertEquals(7, x[49], 1e-9);
    new Butterworth(0.01, 0, 5, TR).apply(x);
    assertEquals(0, x[25], 1e-9);
  }

  @Test
  void theEndsOfAHighPassedSignalAreNotTiedToZero() {
    // A fast cosine is at its peak at both ends; a high-pass far below must leave it there.
    double[] y = new double[401];
    for (int t = 0; t < y.length; t++) {
      y[t] = Math.cos(2 * Math.PI * t / 20);
    }
    new Butterworth(0.01, 0, 4, 1).apply(y);
    assertEquals(1, y[0], 0.02);
    assertEquals(1, y[400], 0.02);
  }

  @Test
  void mirroredEndsAreNearerToALongerRecord() {
    // TR 0.72 s through 0.01 to 0.1 Hz, and 200 Hz from 0.5 Hz on; slow noise.
    double[] bold = endErrors(0.01, 0.1, 4, 0.72, 1200);
    double[] eeg = endErrors(0.5, 0, 2, 1 / 200.0, 6000);
    assertTrue(bold[0] < 0.7 * bold[1], bold[0] + " sd mirrored, " + bold[1] + " reflected");
    assertTrue(eeg[0] < 0.5 * eeg[1], eeg[0] + " sd mirrored, " + eeg[1] + " reflected");
  }

  /** Error in half a period of the corner at both ends, in sd: mirrored, and point-reflected. */
  private static double[] endErrors(double low, double high, int order, double dt, int n) {
    Seed.Stream random = Seed.of(3).stream("walk");
    int half = (int) (0.5 / low / dt);
    int pad = 6 * half;
    double[] sums = new double[3];
    for (int repeat = 0; repeat < 30; repeat++) {
      double[] whole = new double[8 * n];
      for (int t = 1; t < whole.length; t++) {
        whole[t] = 0.9 * whole[t - 1] + random.gaussian();
      }
      double[] part = java.util.Arrays.copyOfRange(whole, 3 * n, 4 * n);
      double[] reflected = new double[n + 2 * pad];
      for (int i = 0; i < reflected.length; i++) {
        int t = i - pad;
        reflected[i] =
            t < 0
                ? 2 * part[0] - part[-t]
                : t < n ? part[t] : 2 * part[n - 1] - part[2 * (n - 1) - t];
      }
      Butterworth filter = new Butterworth(low, high, order, dt);
      filter.apply(whole);
      filter.apply(part);
      filter.apply(reflected);
      for (int t = 0; t < n; t++) {
        double truth = whole[3 * n + t];
        sums[2] += truth * truth / n;
        if (t < half || t >= n - half) {
          sums[0] += Math.pow(part[t] - truth, 2) / (2 * half);
          sums[1] += Math.pow(reflected[pad + t] - truth, 2) / (2 * half);
        }
      }
    }
    return new double[] {Math.sqrt(sums[0] / sums[2]), Math.sqrt(sums[1] / sums[2])};
  }

  @Test
  void impossibleBandsAreRefused() {
    assertThrows(BadInput.class, () -> new Butterworth(0.1, 0.01, 4, TR));
    assertThrows(BadInput.class, () -> new Butterworth(0, 0.7, 4, TR));
    assertThrows(BadInput.class, () -> new Butterworth(0.01, 0.1, 0, TR));
  }

  @Test
  void cosinesOutsideOfTheBandVanishAndThoseInsideStay() {
    int n = 200;
    double[] slow = new double[n];
    double[] inside = new double[n];
    for (int t = 0; t < n; t++) {
      slow[t] = Math.cos(Math.PI * 2 * (t + 0.5) / n);
      inside[t] = Math.cos(Math.PI * 20 * (t + 0.5) / n);
    }
    double[] kept = inside.clone();
    // Component 20 over 200 frames of 1 s is 0.05 Hz, component 2 is 0.005 Hz.
    OrthonormalBasis outside = CosineFilter.outside(n, 0.01, 0.1, 1);
    outside.remove(slow);
    outside.remove(inside);
    for (int t = 0; t < n; t++) {
      assertEquals(0, slow[t], 1e-12);
      assertEquals(kept[t], inside[t], 1e-12);
    }
  }

  @Test
  void detrendTakesAParabolaAndLeavesWhatIsOrthogonal() {
    int n = 101;
    double[] x = new double[n];
    double[] cubic = new double[n];
    for (int t = 0; t < n; t++) {
      double u = (t - 50) / 50.0;
      x[t] = 3 - 2 * u + 5 * u * u;
      cubic[t] = u * u * u;
    }
    Detrend.remove(x, 2);
    for (double v : x) {
      assertEquals(0, v, 1e-12);
    }
    // Removing a line from u^3 over [-1, 1] leaves u^3 - slope u, slope = sum u^4 / sum u^2.
    double u2 = 0;
    double u4 = 0;
    for (int t = 0; t < n; t++) {
      double u = (t - 50) / 50.0;
      u2 += u * u;
      u4 += u * u * u * u;
    }
    Detrend.remove(cubic, 1);
    assertEquals(1 - u4 / u2, cubic[100], 1e-12);
  }
}
