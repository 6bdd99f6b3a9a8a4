package org.braindyn.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.model.Golden;
import org.junit.jupiter.api.Test;

/** Windows as the released fMRI loader cuts and normalises them. */
class GoldenNormalisationTest {
  @Test
  void windowsOfOneRunWithAConstantRegion() {
    Golden golden = Golden.read("normalisation");
    double[] series = golden.numbers("rbc/ts");
    int context = golden.integer("rbc/x_len");
    int horizon = golden.integer("rbc/y_len");
    int regions = 6;
    int frames = series.length / regions;
    double[][] values = new double[regions][frames];
    for (int t = 0; t < frames; t++) {
      for (int n = 0; n < regions; n++) {
        values[n][t] = series[t * regions + n];
      }
    }
    RegionSignals run = new RegionSignals(Regions.numbered("r", regions), values, 2, "run");
    WindowSet set = WindowSet.of(List.of(run), context, horizon, golden.integer("rbc/stride"));
    double[] starts = golden.numbers("rbc/t_start");
    double[] x = golden.numbers("rbc/x");
    double[] y = golden.numbers("rbc/y");
    Windows windows = set.all();
    for (int w = 0; w < starts.length; w++) {
      assertEquals((int) starts[w], set.startOf(w));
      for (int n = 0; n < regions; n++) {
        for (int t = 0; t < context; t++) {
          double expected = x[(w * context + t) * regions + n];
          assertEquals(expected, windows.context().get(w, n, t), 5e-5, "context");
        }
        for (int p = 0; p < horizon; p++) {
          double expected = y[(w * horizon + p) * regions + n];
          double slack = 5e-5 * Math.max(1, Math.abs(expected));
          assertEquals(expected, windows.target().get(w, n, p), slack, "horizon");
        }
      }
    }
  }
}
