package org.braindyn.signal.montage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

  @Test
  void weightsGiveWhatMneInterpolates() throws Exception {
    List<String[]> rows = new ArrayList<>();
    try (InputStream in = getClass().getResourceAsStream("/golden/spline_mne.csv")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (!line.startsWith("#")) {
          rows.add(line.split(","));
        }
      }
    }
    List<String> bad = List.of("FP1", "T4", "CZ");
    List<String[]> good = rows.stream().filter(r -> !bad.contains(r[0])).toList();
    double[][] from = good.stream().map(r -> TenTwenty.place(r[0])).toArray(double[][]::new);
    double[][] to = bad.stream().map(TenTwenty::place).toArray(double[][]::new);
    double[][] weights = ScalpSpline.weights(from, to, 1e-5);
    for (int b = 0; b < bad.size(); b++) {
      String name = bad.get(b);
      String[] truth = rows.stream().filter(r -> r[0].equals(name)).findFirst().orElseThrow();
      assertEquals(1, Arrays.stream(weights[b]).sum(), 1e-9);
      for (int t = 0; t < 3; t++) {
        double sum = 0;
        for (int g = 0; g < from.length; g++) {
          sum += weights[b][g] * Double.parseDouble(good.get(g)[1 + t]);
        }
        assertEquals(Double.parseDouble(truth[4 + t]), sum, 1e-8, name + " at " + t);
      }
    }
  }

  @Test
  void tenTenLiesWhereBesaHasIt() {
    // BESA's angles (inclination, azimuth) of electrodes that the 10-20 system lacks.
    Object[][] angles = {
      {"AF7", -92, -54, 0.1}, {"AF3", -74, -65, 4.0}, {"F1", -50, -68, 1.5}, {"F5", -75, -41, 1.5},
      {"FC5", -72, -21, 2.0}, {"FC1", -32, -45, 2.0}, {"CPz", 23, -90, 0.1}, {"C6", 69, 0, 0.1},
      {"PO8", 92, -54, 0.1}, {"P9", -115, 36, 0.1}, {"Iz", 115, -90, 0.1}
    };
    for (Object[] row : angles) {
      double theta = Math.toRadians((Integer) row[1]);
      double phi = Math.toRadians((Integer) row[2]);
      double[] besa = {
        Math.sin(theta) * Math.cos(phi), Math.sin(theta) * Math.sin(phi), Math.cos(theta)
      };
      double[] place = TenTen.place("EEG " + row[0] + "-REF");
      double cosine = place[0] * besa[0] + place[1] * besa[1] + place[2] * besa[2];
      double apart = Math.toDegrees(Math.acos(Math.min(1, cosine)));
      assertEquals(0, apart, (Double) row[3], (String) row[0]);
    }
    assertArrayEquals(TenTwenty.place("F3"), TenTen.place("F3"));
    assertArrayEquals(TenTwenty.place("T3"), TenTen.place("T7"));
    assertNull(TenTen.place("Fp1-F7"));
    assertNull(TenTen.place("A1"));
  }
}
