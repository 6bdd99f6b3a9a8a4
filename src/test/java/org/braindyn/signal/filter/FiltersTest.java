package org.braindyn.signal.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.braindyn.data.BadInput;
import org.junit.jupiter.api.Test;

/** Numbers in comments' calls were computed with SciPy 1.10 or later. */
class FiltersTest {
  private static final int[] AT = {0, 1, 10, 20, 39};

  private static double[] signal() {
    double[] x = new double[40];
    Arrays.setAll(x, t -> Math.sin(0.3 * t) + 0.5 * Math.cos(1.7 * t) + 0.1 * t);
    return x;
  }

  private static void check(SosFilter filter, double... expected) {
    double[] y = filter.zeroPhase(signal());
    assertArrayEquals(expected, Arrays.stream(AT).mapToDouble(i -> y[i]).toArray(), 1e-10);
  }

  @Test
  void equalsIndependentImplementation() {
    // sosfiltfilt(butter(3, 20, 'highpass', fs=200, output='sos'), x, padtype='even', padlen=30)
    check(
        Filters.highPass(3, 20, 200),
        0.0425707749326256,
        -0.191940143954419,
        -0.157146319340493,
        -0.427327246585404,
        -0.116767079685315);
    // butter(5, 20, 'lowpass'), padtype='even', padlen=30
    check(
        Filters.lowPass(5, 20, 200),
        0.43190851232252,
        0.497094324512498,
        1.1682199022263,
        1.72057005923088,
        2.79366525188951);
    // filtfilt(*iirnotch(50, 30, fs=200), x, padtype='even', padlen=39)
    check(
        Filters.notch(50, 30, 200),
        0.512269788081782,
        0.339728612262835,
        0.983816898149605,
        1.33298808469916,
        2.66894813976594);
  }

  @Test
  void gainIsHalfPowerAtTheCorners() {
    for (int order = 1; order <= 10; order++) {
      assertEquals(Math.sqrt(0.5), Filters.highPass(order, 0.5, 200).gain(0.5, 200), 1e-9);
      assertEquals(Math.sqrt(0.5), Filters.lowPass(order, 40, 200).gain(40, 200), 1e-9);
      assertEquals(0, Filters.highPass(order, 0.5, 200).gain(1e-9, 200), 1e-6);
    }
    assertEquals(0, Filters.notch(60, 30, 250).gain(60, 250), 1e-9);
    assertEquals(1, Filters.notch(60, 30, 250).gain(30, 250), 1e-2);
  }

  @Test
  void gapsStayAndDoNotSpread() {
    double[] x = new double[300];
    Arrays.setAll(x, t -> 50 + Math.sin(t));
    Arrays.fill(x, 100, 110, Double.NaN);
    double[] y = Filters.highPass(2, 1, 100).zeroPhase(x);
    for (int t = 0; t < x.length; t++) {
      assertEquals(Double.isNaN(x[t]), Double.isNaN(y[t]));
      assertTrue(Double.isNaN(y[t]) || Math.abs(y[t]) < 2, "at " + t + ": " + y[t]);
    }
  }

  @Test
  void impossibleCornersAreRefused() {
    assertThrows(BadInput.class, () -> Filters.lowPass(4, 100, 200));
    assertThrows(BadInput.class, () -> Filters.lowPass(0, 10, 200));
    assertThrows(BadInput.class, () -> Filters.highPass(2, Double.NaN, 200));
  }
}
