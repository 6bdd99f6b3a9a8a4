package org.braindyn.masked;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Seed;
import org.braindyn.masked.network.Masking;
import org.braindyn.masked.network.Scaling;
import org.braindyn.masked.network.WholeRecording;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scaling, numbers of tokens and passes against numbers of the released toolkit. */
class ScalingGoldenTest {
  private static final String G = "g_scaling_masking.npz";

  private static double[][] regions(Golden golden, String name) {
    int[] shape = golden.shape(name);
    double[] all = golden.get(name);
    double[][] regions = new double[shape[1]][shape[0]];
    for (int i = 0; i < all.length; i++) {
      regions[i % shape[1]][i / shape[1]] = all[i];
    }
    return regions;
  }

  @Tag("real-data")
  @ParameterizedTest
  @CsvSource({"ROBUST,voxelwise_robust_as_meant_", "RELEASED,voxelwise_robust_as_released_"})
  void scaling(Scaling.Kind kind, String name) throws IOException {
    Golden golden = Golden.read(G);
    List<double[][]> recordings = new ArrayList<>();
    for (int r = 0; r < 3; r++) {
      recordings.add(regions(golden, "raw_" + r));
    }
    Scaling scaling = Scaling.fit(kind, recordings);
    // the toolkit computes in float, on values of some thousands
    Golden.assertArray(golden.get("median"), scaling.median(), 2e-3, "median");
    Golden.assertArray(golden.get("iqr"), scaling.range(), 2e-3, "range");
    for (int r = 0; r < 3; r++) {
      double[][] scaled = scaling.apply(recordings.get(r));
      double[][] expected = regions(golden, name + r);
      for (int n = 0; n < scaled.length; n++) {
        Golden.assertArray(expected[n], scaled[n], 5e-3, name + r);
      }
    }
  }

  @Tag("real-data")
  @Test
  void tokensKept() throws IOException {
    Golden golden = Golden.read(G);
    for (int tokens : new int[] {4240, 940, 60, 729, 961}) {
      for (double ratio : new double[] {.2, .25, .5, .75, .8, .9}) {
        String name = "len_keep/" + tokens + "_" + ratio;
        assertEquals((int) golden.get(name)[0], Masking.keep(tokens, ratio), name);
      }
    }
  }

  @Tag("real-data")
  @Test
  void passesAsReleased() throws IOException {
    Golden golden = Golden.read(G);
    List<double[]> predictions = new ArrayList<>();
    List<double[]> hidden = new ArrayList<>();
    for (int pass = 0; pass < 4; pass++) {
      double[] mask = golden.part("reconstruct/mask", pass);
      double[] p = golden.part("reconstruct/predictions", pass);
      double[] h = new double[p.length];
      Arrays.setAll(h, i -> mask[i / 2]);
      predictions.add(p);
      hidden.add(h);
    }
    double[] first = WholeRecording.combine(predictions, hidden, false);
    Golden.assertArray(golden.get("reconstruct/first"), first, 1e-6, "first");
    double[] mean = WholeRecording.combine(predictions, hidden, true);
    Golden.assertArray(golden.get("reconstruct/mean"), mean, 1e-6, "mean");
  }

  @Test
  void disjointPassesHideEveryTokenOnce() {
    int[] times = new int[101];
    for (int[] visible : WholeRecording.passes(101, 0.2, Seed.of(1))) {
      boolean[] flags = new boolean[101];
      Arrays.stream(visible).forEach(t -> flags[t] = true);
      for (int t = 0; t < 101; t++) {
        times[t] += flags[t] ? 0 : 1;
      }
    }
    assertTrue(Arrays.stream(times).allMatch(t -> t == 1), Arrays.toString(times));
  }

  @Test
  void constantRegionIsNamed() {
    double[][] recording = {{1, 2, 3, 5}, {4, 4, 4, 4}};
    List<double[][]> recordings = new ArrayList<>();
    recordings.add(recording);
    Scaling z = Scaling.fit(Scaling.Kind.Z_SCORE, recordings);
    BadInput e = assertThrows(BadInput.class, () -> z.apply(recording));
    assertTrue(e.getMessage().contains("Region 1"), e.getMessage());
    assertThrows(BadInput.class, () -> Scaling.fit(Scaling.Kind.ROBUST, recordings));
  }
}
