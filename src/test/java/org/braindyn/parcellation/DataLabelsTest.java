package org.braindyn.parcellation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Grid;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.parcellation.DataLabels.Method;
import org.braindyn.parcellation.DataLabels.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DataLabelsTest {
  /** Four quadrants of 8 x 8 x 2, each with a signal of its own plus noise. */
  private static MemoryVolume quadrants(int frames, double noise) {
    Seed.Stream random = Seed.of(11).stream("quadrants");
    double[][] values = new double[frames][16 * 16 * 2];
    for (double[] frame : values) {
      double[] signal = new double[4];
      for (int q = 0; q < 4; q++) {
        signal[q] = random.gaussian();
      }
      for (int v = 0; v < frame.length; v++) {
        frame[v] = 100 + signal[quadrant(v)] + noise * random.gaussian();
      }
    }
    return MemoryVolume.of(16, 16, 2, values);
  }

  private static int quadrant(int v) {
    return (v % 16) / 8 + 2 * (v / 16 % 16 / 8);
  }

  private static Labels3D make(MemoryVolume scan, Method method, int clusters) throws IOException {
    Settings settings =
        new Settings(method, clusters, 0.5, null, Double.NEGATIVE_INFINITY, Seed.of(1));
    return DataLabels.make(scan, settings, Progress.NONE);
  }

  @ParameterizedTest
  @CsvSource({"WARD,40", "WARD,200", "K_MEANS,40", "K_MEANS,200"})
  void quadrantsAreFound(Method method, int frames) throws IOException {
    Labels3D labels = make(quadrants(frames, 0.4), method, 4);
    Map<Integer, Integer> label = new HashMap<>();
    for (int v = 0; v < labels.labels().length; v++) {
      int q = quadrant(v);
      label.putIfAbsent(q, labels.labels()[v]);
      assertEquals(label.get(q), labels.labels()[v], "voxel " + v);
    }
    assertEquals(4, new HashSet<>(label.values()).size());
  }

  @Test
  void noSupervoxelCrossesAQuadrant() throws IOException {
    Labels3D labels = make(quadrants(40, 0.4), Method.SLIC, 30);
    Map<Integer, Integer> home = new HashMap<>();
    for (int v = 0; v < 512; v++) {
      home.putIfAbsent(labels.labels()[v], quadrant(v));
      assertEquals(home.get(labels.labels()[v]), quadrant(v), "voxel " + v);
    }
    assertTrue(home.size() >= 15 && home.size() <= 60, home.size() + " supervoxels");
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void everyClusterIsOnePieceAndTheSameTwice(Method method) throws IOException {
    MemoryVolume noise = quadrants(30, 20);
    Labels3D labels = make(noise, method, 25);
    assertArrayEquals(labels.labels(), make(noise, method, 25).labels());
    Set<Integer> seen = new HashSet<>();
    boolean[] done = new boolean[512];
    for (int v = 0; v < 512; v++) {
      assertTrue(labels.labels()[v] > 0);
      if (!done[v]) {
        assertTrue(seen.add(labels.labels()[v]), "label " + labels.labels()[v] + " in two pieces");
        flood(labels, v, done);
      }
    }
    if (method == Method.SLIC) {
      assertTrue(seen.size() > 12 && seen.size() < 50, seen.size() + " supervoxels");
    } else {
      assertEquals(25, seen.size());
    }
  }

  private static void flood(Labels3D labels, int start, boolean[] done) {
    ArrayDeque<Integer> open = new ArrayDeque<>(List.of(start));
    done[start] = true;
    while (!open.isEmpty()) {
      int v = open.poll();
      int x = v % 16;
      int y = v / 16 % 16;
      int z = v / 256;
      int[][] around = {
        {x - 1, y, z}, {x + 1, y, z}, {x, y - 1, z}, {x, y + 1, z}, {x, y, z - 1}, {x, y, z + 1}
      };
      for (int[] p : around) {
        boolean inside = p[0] >= 0 && p[0] < 16 && p[1] >= 0 && p[1] < 16 && p[2] >= 0 && p[2] < 2;
        int w = inside ? p[0] + 16 * (p[1] + 16 * p[2]) : -1;
        if (inside && !done[w] && labels.labels()[w] == labels.labels()[v]) {
          done[w] = true;
          open.add(w);
        }
      }
    }
  }

  @Test
  void maskAndLeastMeanLeaveBackground() throws IOException {
    MemoryVolume scan = quadrants(20, 1);
    int[] inside = new int[512];
    for (int v = 0; v < 512; v++) {
      inside[v] = quadrant(v) == 2 ? 7 : 0;
    }
    for (double[] frame : scan.values()) {
      frame[128] = 1;
    }
    Labels3D mask = new Labels3D(scan.grid(), inside, "mask");
    Labels3D labels =
        DataLabels.make(scan, new Settings(Method.WARD, 5, 1, mask, 50, Seed.of(1)), Progress.NONE);
    for (int v = 0; v < 512; v++) {
      assertEquals(inside[v] > 0 && v != 128, labels.labels()[v] > 0, "voxel " + v);
    }
    assertThrows(BadInput.class, () -> make(scan, Method.WARD, 513));
    assertThrows(BadInput.class, () -> make(scan, Method.WARD, 0));
  }

  @Test
  void masksBecomeLabelsInOrderAndOverlapsAreNamed() {
    Grid grid = Grid.spaced(4, 1, 1, 1, 1, 1);
    MaskLabels.Made made =
        MaskLabels.make(
            grid,
            List.of(
                new MaskLabels.Mask("soma", new boolean[] {true, true, false, false}),
                new MaskLabels.Mask("dendrite", new boolean[] {false, true, true, false}),
                new MaskLabels.Mask("off", new boolean[4]),
                new MaskLabels.Mask("soma", new boolean[] {false, false, false, true})),
            "rois");
    assertArrayEquals(new int[] {1, 1, 2, 4}, made.labels().labels());
    assertEquals("dendrite", made.names().of(2));
    assertTrue(made.notes().get(0).contains("1 of 2 voxels of dendrite"), made.notes().toString());
    assertEquals(
        List.of("soma", "dendrite", "soma (2)"),
        LabelRegions.of(made.labels(), made.names()).names());
    assertEquals("Label 2", LabelRegions.of(made.labels(), LabelNames.NONE).get(1).name());
    assertThrows(BadInput.class, () -> MaskLabels.make(grid, List.of(), "rois"));
  }

  @Test
  void cancelStopsEveryMethodWhereverItIs() throws IOException {
    double[][] frames = new double[12][1000];
    Seed.Stream random = Seed.of(2).stream("x");
    for (double[] frame : frames) {
      java.util.Arrays.setAll(frame, i -> 100 + random.gaussian());
    }
    MemoryVolume scan = MemoryVolume.of(10, 10, 10, frames);
    for (Method method : Method.values()) {
      int allowed = 0;
      boolean ended = false;
      while (!ended) {
        int limit = allowed++;
        java.util.concurrent.atomic.AtomicInteger asked =
            new java.util.concurrent.atomic.AtomicInteger();
        Progress stop =
            new Progress() {
              @Override
              public void report(double fraction, String message) {}

              @Override
              public boolean cancelled() {
                return asked.incrementAndGet() > limit;
              }
            };
        try {
          DataLabels.make(scan, new Settings(method, 5, 1, null, 0, Seed.of(1)), stop);
          ended = true;
        } catch (Cancelled e) {
          allowed = allowed > 60 ? 10_000_000 : allowed;
        }
      }
      assertTrue(allowed > 24, method + " asks at least once a frame: " + allowed);
    }
  }
}
