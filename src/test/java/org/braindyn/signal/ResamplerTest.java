package org.braindyn.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.braindyn.data.BadInput;
import org.junit.jupiter.api.Test;

class ResamplerTest {
  private static double[] sine(double frequency, double rate, int n) {
    double[] x = new double[n];
    Arrays.setAll(x, t -> Math.sin(2 * Math.PI * frequency * t / rate));
    return x;
  }

  @Test
  void equalsIndependentImplementationInside() {
    double[] x = new double[400];
    Arrays.setAll(x, t -> Math.sin(0.3 * t) + 0.5 * Math.cos(1.7 * t));
    double mean = Arrays.stream(x).average().orElseThrow();
    Arrays.setAll(x, t -> x[t] - mean);
    // scipy.signal.resample_poly(x, 25, 64)[[60, 77, 100]]
    double[] y = new Resampler(512, 200).apply(x);
    assertEquals(157, y.length);
    assertArrayEquals(
        new double[] {0.863187565436262, 0.524843480279134, 0.984575483998234},
        new double[] {y[60], y[77], y[100]},
        1e-12);
    // scipy.signal.resample_poly(x, 2, 1)[[60, 77, 100, 401]]
    double[] z = new Resampler(100, 200).apply(x);
    assertEquals(800, z.length);
    assertArrayEquals(
        new double[] {0.781717680987882, -1.28633042507761, 0.156298146965882, -0.439890506267576},
        new double[] {z[60], z[77], z[100], z[401]},
        1e-12);
  }

  @Test
  void keepsTheBandAndTheTimesAndRemovesAliases() {
    double[] kept = new Resampler(2048, 200).apply(sine(10, 2048, 8192));
    double[] expected = sine(10, 200, kept.length);
    for (int t = 10; t < kept.length - 20; t++) {
      assertEquals(expected[t], kept[t], 2e-3);
    }
    // 190 Hz would appear as 10 Hz.
    double[] alias = new Resampler(2048, 200).apply(sine(190, 2048, 8192));
    for (int t = 20; t < alias.length - 20; t++) {
      assertTrue(Math.abs(alias[t]) < 2e-3, "alias of " + alias[t]);
    }
  }

  @Test
  void constantsStayConstantToTheEnds() {
    double[] x = new double[97];
    Arrays.fill(x, 175_921.5);
    for (double v : new Resampler(128, 200).apply(x)) {
      assertEquals(175_921.5, v, 1e-6);
    }
  }

  @Test
  void gapsStay() {
    double[] x = sine(1, 100, 300);
    Arrays.fill(x, 100, 150, Double.NaN);
    double[] y = new Resampler(100, 50).apply(x);
    for (int t = 0; t < y.length; t++) {
      assertEquals(t >= 50 && t < 75, Double.isNaN(y[t]), "at " + t);
    }
  }

  @Test
  void oddRatiosAreRefused() {
    assertThrows(BadInput.class, () -> new Resampler(100, 100 * Math.PI));
    assertThrows(BadInput.class, () -> new Resampler(0, 200));
  }
}
