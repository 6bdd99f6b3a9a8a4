package org.braindyn.signal.montage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.braindyn.data.BadInput;
import org.junit.jupiter.api.Test;

class ScalpSplineTest {
  private static final double[][] PLACES =
      TenTwenty.TUSZ.stream().map(TenTwenty::place).toArray(double[][]::new);

  @Test
  void passesThroughTheValuesAndKeepsConstantsAndSymmetry() {
    double[] values = new double[19];
    Arrays.setAll(values, e -> Math.sin(3 * e) * 10);
    ScalpSpline spline = new ScalpSpline(PLACES, values);
    for (int e = 0; e < 19; e++) {
      assertEquals(values[e], spline.at(PLACES[e][0], PLACES[e][1], PLACES[e][2]), 1e-7);
    }
    Arrays.fill(values, 4);
    double[][] flat = new ScalpSpline(PLACES, values).map(21);
    assertEquals(4, flat[3][10], 1e-9);
    assertTrue(Double.isNaN(flat[0][0]), "outside the head");
    Arrays.setAll(values, e -> PLACES[e][0]);
    double[][] sides = new ScalpSpline(PLACES, values).map(20);
    for (int row = 5; row < 15; row++) {
      assertEquals(-sides[row][4], sides[row][15], 1e-7, "left and right differ in sign only");
      assertTrue(sides[row][15] > 0, "right is right");
    }
  }

  @Test
  void smoothFieldsAreRecovered() {
    // A dipole-like field, x y z of low order, is known between the electrodes too.
    double[] values = new double[19];
    Arrays.setAll(values, e -> PLACES[e][1] + 0.5 * PLACES[e][2] * PLACES[e][0]);
    ScalpSpline spline = new ScalpSpline(PLACES, values);
    double[] between = {0.3, 0.4, Math.sqrt(1 - 0.25)};
    double truth = between[1] + 0.5 * between[2] * between[0];
    assertEquals(truth, spline.at(between[0], between[1], between[2]), 0.03);
  }

  @Test
  void projectionPutsTheVertexInTheMiddleAndTheNoseUp() {
    assertEquals(0, ScalpSpline.project(TenTwenty.place("Cz"))[1], 1e-12);
    double[] front = ScalpSpline.project(TenTwenty.place("Fpz"));
    assertEquals(0.92, front[1], 1e-9);
    assertTrue(ScalpSpline.project(TenTwenty.place("T4"))[0] > 0.9);
    assertThrows(BadInput.class, () -> new ScalpSpline(new double[2][3], new double[2]));
  }

  @Test
  void twoElectrodesAtOnePlaceAreNamed() {
    double[][] places = {
      TenTwenty.place("T3"), TenTwenty.place("T7"), TenTwenty.place("Cz"), TenTwenty.place("O1")
    };
    BadInput refused =
        assertThrows(BadInput.class, () -> new ScalpSpline(places, new double[] {1, 2, 3, 4}));
    assertTrue(refused.getMessage().contains("T3 is T7"), refused.getMessage());
  }
}
