package org.braindyn.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.braindyn.data.BadInput;
import org.braindyn.data.Region;
import org.braindyn.data.Volume4D;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BoldPhantomTest {
  private static BoldPhantom phantom;
  private static double[][] means;

  @BeforeAll
  static void make() throws Exception {
    phantom = BoldPhantom.make(BoldPhantom.Settings.defaults());
    means = regionMeans(phantom);
  }

  private static double[][] regionMeans(BoldPhantom phantom) throws Exception {
    Volume4D scan = phantom.scan();
    int[] labels = phantom.labels().labels();
    double[] frame = new double[labels.length];
    double[][] mean = new double[phantom.regions().size()][scan.frames()];
    try (Volume4D.FrameReader reader = scan.open()) {
      for (int t = 0; t < scan.frames(); t++) {
        reader.next(frame);
        for (int r = 0; r < mean.length; r++) {
          int label = phantom.regions().get(r).label();
          double sum = 0;
          for (int i = 0; i < frame.length; i++) {
            sum += labels[i] == label ? frame[i] : 0;
          }
          mean[r][t] = sum / phantom.regions().get(r).voxels();
        }
      }
    }
    return mean;
  }

  @Test
  void regionsAreContiguousNamedAndNumberedWithGaps() {
    Set<String> names = new HashSet<>(phantom.regions().names());
    assertEquals(20, names.size());
    boolean gap = false;
    int last = 0;
    for (Region region : phantom.regions()) {
      assertTrue(region.label() > last, "labels rise");
      gap |= last > 0 && region.label() < 1000 && region.label() > last + 1;
      last = region.label();
      assertTrue(region.voxels() >= 60, region.name() + " has " + region.voxels() + " voxels");
      assertEquals(region.voxels(), flood(phantom, region), region.name() + " is in one piece");
      assertEquals(region.name().startsWith("L"), region.centroid()[0] < 0, "left is negative x");
    }
    assertTrue(gap && last > 1000, "label values have gaps and exceed 255");
  }

  @Test
  void regionsAreContiguousForOtherSeeds() {
    for (int seed = 2; seed < 8; seed++) {
      BoldPhantom other = BoldPhantom.make(BoldPhantom.Settings.defaults().with(40, 5, seed));
      for (Region region : other.regions()) {
        assertEquals(region.voxels(), flood(other, region), region.name() + ", seed " + seed);
      }
    }
  }

  private static long flood(BoldPhantom phantom, Region region) {
    int label = region.label();
    int[] labels = phantom.labels().labels();
    int[] size = phantom.labels().grid().size();
    int start = 0;
    while (labels[start] != label) {
      start++;
    }
    int[] shift = {1, -1, size[0], -size[0], size[0] * size[1], -size[0] * size[1]};
    ArrayDeque<Integer> open = new ArrayDeque<>(java.util.List.of(start));
    Set<Integer> seen = new HashSet<>(open);
    while (!open.isEmpty()) {
      int i = open.pop();
      for (int s : shift) {
        if (labels[i + s] == label && seen.add(i + s)) { // a voxel of margin on every side
          open.push(i + s);
        }
      }
    }
    return seen.size();
  }

  @Test
  void voxelsFollowTheSignalsAndFitInt16() throws Exception {
    double[] frame = new double[phantom.labels().grid().voxels()];
    try (Volume4D.FrameReader reader = phantom.scan().open()) {
      reader.next(frame);
    }
    for (double v : frame) {
      assertTrue(v == Math.rint(v) && v >= 0 && v < 2000);
    }
    for (int r = 0; r < means.length; r++) {
      double c = new PearsonsCorrelation().correlation(means[r], phantom.signals()[r]);
      assertTrue(c > 0.85, phantom.regions().get(r).name() + " correlates only " + c);
    }
  }

  /** Ridge regression on the last two frames, learnt on the first half, tried on the second. */
  @Test
  void nextFramesCanBeForecast() {
    int n = means.length;
    double[][] z = new double[n][];
    double[][] scale = BoldSimulation.scale(means);
    for (int r = 0; r < n; r++) {
      z[r] = new double[300];
      for (int t = 0; t < 300; t++) {
        z[r][t] = (means[r][t] - scale[r][0]) / scale[r][1];
      }
    }
    RealMatrix x = MatrixUtils.createRealMatrix(149, 2 * n);
    RealMatrix y = MatrixUtils.createRealMatrix(149, n);
    for (int t = 0; t < 149; t++) {
      for (int r = 0; r < n; r++) {
        x.setEntry(t, r, z[r][t + 1]);
        x.setEntry(t, n + r, z[r][t]);
        y.setEntry(t, r, z[r][t + 2]);
      }
    }
    RealMatrix gram = x.transpose().multiply(x);
    gram = gram.add(MatrixUtils.createRealIdentityMatrix(2 * n).scalarMultiply(30));
    RealMatrix a = new LUDecomposition(gram).getSolver().solve(x.transpose().multiply(y));
    double error = 0;
    double zero = 0;
    for (int t = 152; t < 300; t++) {
      double[] past = new double[2 * n];
      for (int r = 0; r < n; r++) {
        past[r] = z[r][t - 1];
        past[n + r] = z[r][t - 2];
      }
      double[] next = a.preMultiply(past);
      for (int r = 0; r < n; r++) {
        error += Math.pow(z[r][t] - next[r], 2);
        zero += z[r][t] * z[r][t];
      }
    }
    assertTrue(error < 0.5 * zero, "one step ahead: " + error / zero);
  }

  @Test
  void trueResponseFollowsTheWiring() {
    double[][] response = phantom.response(0, 20);
    double[] peak = new double[response.length];
    for (int r = 0; r < peak.length; r++) {
      for (double v : response[r]) {
        peak[r] = Math.abs(v) > Math.abs(peak[r]) ? v : peak[r];
      }
    }
    assertTrue(peak[0] > 1.5, "the stimulated region answers with " + peak[0] + " sd");
    for (int v = 1; v < peak.length; v++) {
      double w = phantom.wiring()[0][v];
      if (w != 0) {
        assertTrue(peak[v] * w > 0 && Math.abs(peak[v]) > 0.5, "direct target " + peak[v]);
      }
    }
    assertEquals(0, response[0][0], 1e-12, "the haemodynamic response starts at 0");
  }

  @Test
  void sameSeedSameVoxels() throws Exception {
    BoldPhantom.Settings small =
        new BoldPhantom.Settings(new int[] {12, 14, 10}, 6, 20, 2, 0.01, 0.01, 9);
    double[][] a = regionMeans(BoldPhantom.make(small));
    double[][] b = regionMeans(BoldPhantom.make(small));
    double[][] c = regionMeans(BoldPhantom.make(small.with(6, 20, 10)));
    assertArrayEquals(a, b);
    assertTrue(a[0][5] != c[0][5]);
  }

  @Test
  void refusesWhatCannotBe() {
    BoldPhantom.Settings d = BoldPhantom.Settings.defaults();
    assertThrows(BadInput.class, () -> BoldPhantom.make(d.with(7, 300, 1)));
    assertThrows(BadInput.class, () -> BoldPhantom.make(d.with(20, 1, 1)));
    assertThrows(
        BadInput.class,
        () -> BoldPhantom.make(new BoldPhantom.Settings(d.size(), 20, 30, 0.25, 0, 0, 1)));
  }
}
