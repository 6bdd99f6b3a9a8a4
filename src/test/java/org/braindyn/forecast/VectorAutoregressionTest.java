package org.braindyn.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.junit.jupiter.api.Test;

class VectorAutoregressionTest {
  @Test
  void manyWindowsAreForecastAsOneByOneAndAsTheEquationSays() {
    Seed.Stream random = Seed.of(3).stream("var");
    int n = 5;
    double[][][] a = new double[2][n][n];
    for (double[][] lag : a) {
      for (double[] row : lag) {
        for (int j = 0; j < n; j++) {
          row[j] = 0.2 * random.gaussian();
        }
      }
    }
    SignalBatch context = new SignalBatch(300, n, 6);
    for (int i = 0; i < context.values().length; i++) {
      context.values()[i] = random.gaussian();
    }
    VectorAutoregression model = new VectorAutoregression(a);
    SignalBatch many = model.forecast(context, 4, Progress.NONE);
    for (int w : new int[] {0, 255, 256, 299}) {
      SignalBatch one = model.forecast(context.slice(w, w + 1), 4, Progress.NONE);
      double[][] x = new double[6][n];
      for (int i = 0; i < n; i++) {
        x[0][i] = context.get(w, i, 4);
        x[1][i] = context.get(w, i, 5);
        for (int p = 0; p < 4; p++) {
          assertEquals(one.get(0, i, p), many.get(w, i, p), 1e-12);
        }
      }
      for (int p = 0; p < 4; p++) {
        for (int i = 0; i < n; i++) {
          for (int j = 0; j < n; j++) {
            x[p + 2][i] += a[0][j][i] * x[p + 1][j] + a[1][j][i] * x[p][j];
          }
          assertEquals(x[p + 2][i], many.get(w, i, p), 1e-12);
        }
      }
    }
  }
}
