package org.braindyn.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.braindyn.kernel.math.DoubleMath;
import org.braindyn.kernel.math.FloatMath;
import org.junit.jupiter.api.Test;

class KernelTest {
  @Test
  void tanhInFloat() {
    double worst = 0;
    for (double x = -20; x <= 20; x += 1e-4) {
      float f = (float) x;
      worst = Math.max(worst, Math.abs(FloatMath.tanh(f) / Math.tanh(f) - 1));
    }
    assertTrue(worst < 5e-7, "relative error " + worst);
    assertEquals(0, FloatMath.tanh(0));
    assertTrue(Float.isNaN(FloatMath.tanh(Float.NaN)), "NaN must not vanish");
    assertEquals(1 / (1 + Math.exp(-3)), FloatMath.sigmoid(3), 2e-7);
  }

  @Test
  void tanhInDouble() {
    for (double x = -30; x <= 30; x += 1e-3) {
      assertEquals(Math.tanh(x), DoubleMath.tanh(x), 4e-16);
    }
  }

  @Test
  void nativeLibraryIsThere() {
    assertNull(Kernel.message());
  }
}
