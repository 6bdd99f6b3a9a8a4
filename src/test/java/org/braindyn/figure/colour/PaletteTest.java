package org.braindyn.figure.colour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Colours of values order by lightness, also for eyes without red or green cones. */
class PaletteTest {
  /** Machado, Oliveira and Fernandes 2009, IEEE TVCG 15:1291, severity 1, of linear RGB. */
  private static final double[][] NO_RED = {
    {0.152286, 1.052583, -0.204868},
    {0.114503, 0.786281, 0.099216},
    {-0.003882, -0.048116, 1.051998}
  };

  private static final double[][] NO_GREEN = {
    {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
  };

  private static final double[][] ALL = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};

  /** CIE L*a*b* (D65) of a colour as an eye sees it. */
  private static double[] lab(int rgb, double[][] eye) {
    double[] linear = new double[3];
    for (int c = 0; c < 3; c++) {
      double v = (rgb >> 16 - 8 * c & 255) / 255.0;
      linear[c] = v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }
    double[] seen = times(eye, linear);
    double[][] xyz = {
      {0.4124564, 0.3575761, 0.1804375},
      {0.2126729, 0.7151522, 0.0721750},
      {0.0193339, 0.1191920, 0.9503041}
    };
    double[] at = times(xyz, seen);
    double x = cube(at[0] / 0.95047);
    double y = cube(at[1]);
    double z = cube(at[2] / 1.08883);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double cube(double t) {
    return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
  }

  private static double[] times(double[][] m, double[] v) {
    double[] out = new double[3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        out[i] += m[i][j] * v[j];
      }
    }
    return out;
  }

  @Test
  void risingColoursRiseInLightnessForEverybody() {
    for (double[][] eye : new double[][][] {ALL, NO_RED, NO_GREEN}) {
      for (int i = 0; i + 8 < 256; i++) {
        double gain =
            lab(Palette.SEQUENTIAL.at((i + 8) / 255.0), eye)[0]
                - lab(Palette.SEQUENTIAL.at(i / 255.0), eye)[0];
        assertTrue(gain > 0, "at " + i + ": " + gain);
      }
    }
  }

  @Test
  void bothArmsFallFromTheMiddleAlike() {
    for (int i = 8; i < 128; i++) {
      double inner = lab(Palette.DIVERGING.at(0.5 + (i - 8) / 255.0), ALL)[0];
      double right = lab(Palette.DIVERGING.at(0.5 + i / 255.0), ALL)[0];
      double left = lab(Palette.DIVERGING.at(0.5 - i / 255.0), ALL)[0];
      assertTrue(right < inner, "the larger value is darker, at " + i);
      assertEquals(right, left, 3, "equal sizes are equally dark, at " + i);
    }
  }

  @Test
  void signsLieApartForEverybody() {
    for (double[][] eye : new double[][][] {ALL, NO_RED, NO_GREEN}) {
      for (double size = 0.25; size <= 1; size += 0.05) {
        double[] plus = lab(Palette.DIVERGING.at(0.5 + size / 2), eye);
        double[] minus = lab(Palette.DIVERGING.at(0.5 - size / 2), eye);
        double apart =
            Math.hypot(plus[0] - minus[0], Math.hypot(plus[1] - minus[1], plus[2] - minus[2]));
        assertTrue(apart > 25, "CIE76 difference of +-" + size + " is " + apart);
      }
    }
  }

  @Test
  void whatHasNoValueIsGrey() {
    ColourScale scale = ColourScale.around(DoubleStream.of(1, -3, 2, Double.NaN, 0), "sd");
    assertEquals(3, scale.high());
    assertEquals(-3, scale.low());
    assertEquals(Palette.NO_VALUE, scale.rgb(Double.NaN));
    assertEquals(Palette.DIVERGING.at(0.5), scale.rgb(0));
    assertEquals(Palette.DIVERGING.at(1), scale.rgb(99));
  }
}
