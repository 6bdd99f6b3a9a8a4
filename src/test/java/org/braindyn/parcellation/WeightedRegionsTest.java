package org.braindyn.parcellation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.TreeMap;
import org.braindyn.data.BadInput;
import org.braindyn.data.Grid;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Progress;
import org.junit.jupiter.api.Test;

/** Weighted means of overlapping regions against sums by hand. */
class WeightedRegionsTest {
  private static final Grid GRID = Grid.spaced(3, 1, 1, 2, 2, 2);
  private static final double NAN = Double.NaN;

  private static Parcellation run(double[][] scan, double[][] atlas) throws IOException {
    LabelNames names = new LabelNames(new TreeMap<>(java.util.Map.of(1, "A")), true, "table");
    return WeightedRegions.parcellate(
        new MemoryVolume(GRID, scan, 2),
        new MemoryVolume(GRID, atlas, NAN),
        names,
        ParcellationSettings.defaults(),
        Progress.NONE);
  }

  @Test
  void meansAreWeightedAndRegionsMayOverlap() throws IOException {
    double[][] scan = {{1, 2, 4}, {3, 5, 7}};
    Parcellation p = run(scan, new double[][] {{0.5, 0.5, 0}, {0, 0.2, 0.6}, {0, 0, 0}});
    assertArrayEquals(new double[] {1.5, 4}, p.signals().values()[0], 1e-12);
    assertArrayEquals(
        new double[] {(0.4 + 2.4) / 0.8, (1 + 4.2) / 0.8}, p.signals().values()[1], 1e-12);
    assertEquals("A", p.signals().regions().get(0).name());
    assertEquals("Label 2", p.signals().regions().get(1).name());
    // Weights 0.2 at x = 2 mm and 0.6 at x = 4 mm.
    assertEquals(3.5, p.signals().regions().get(1).centroid()[0], 1e-12);
    assertArrayEquals(new int[] {1, 1, 2}, p.labels().labels());
    assertFalse(p.quality().get(2).kept());
    assertTrue(Double.isNaN(p.signals().values()[2][0]));
  }

  @Test
  void voxelsThatAreNotFiniteInSomeFrameAreLeftOutOfAll() throws IOException {
    Parcellation p =
        run(new double[][] {{1, 2, 4}, {3, NAN, 7}}, new double[][] {{1, 1, 0}, {0, 1, 1}});
    assertArrayEquals(new double[] {1, 3}, p.signals().values()[0], 0);
    assertEquals(1, p.quality().get(0).nanVoxels());
  }

  @Test
  void aScanIsNoAtlas() {
    double[][] scan = {{1, 2, 4}, {3, 5, 7}};
    BadInput error =
        assertThrows(BadInput.class, () -> run(scan, new double[][] {{800, 1, 0}, {0, 1, 1}}));
    assertTrue(error.getMessage().contains("in place of its labels"), error.getMessage());
    assertThrows(BadInput.class, () -> run(scan, new double[][] {{-0.1, 1, 0}}));
  }

  @Test
  void framesOfLabelsAreNoWeights() throws IOException {
    double[][] scan = {{1, 2, 4}, {3, 5, 7}};
    BadInput error =
        assertThrows(BadInput.class, () -> run(scan, new double[][] {{1, 2, 4}, {0, 1, 2}}));
    assertTrue(error.getMessage().contains("whole numbers up to 4"), error.getMessage());
    assertEquals(2, run(scan, new double[][] {{1, 0, 0}, {0, 1, 1}}).signals().size(), "0 and 1");
    assertEquals(2, run(scan, new double[][] {{40, 0, 2}, {0, 9, 1}}).signals().size(), "percent");
  }

  private static Grid placed(double x) {
    double[][] affine = {{2, 0, 0, x}, {0, 2, 0, 0}, {0, 0, 2, 0}};
    return new Grid(new int[] {3, 1, 1}, affine, Grid.AffineSource.SFORM);
  }

  @Test
  void aMaskElsewhereIsRefusedAndASlowScanQuestioned() throws IOException {
    double[][] scan = {{1, 2, 4}, {3, 5, 7}};
    double[][] atlas = {{1, 1, 0}};
    Grid here = placed(0);
    ParcellationSettings masked =
        ParcellationSettings.defaults()
            .withMask(new Labels3D(placed(9), new int[] {1, 1, 1}, "mask"));
    assertThrows(
        BadInput.class,
        () ->
            WeightedRegions.parcellate(
                new MemoryVolume(here, scan, 2),
                new MemoryVolume(here, atlas, NAN),
                LabelNames.NONE,
                masked,
                Progress.NONE));
    Parcellation slow =
        WeightedRegions.parcellate(
            new MemoryVolume(GRID, scan, 2000),
            new MemoryVolume(GRID, atlas, NAN),
            LabelNames.NONE,
            ParcellationSettings.defaults(),
            Progress.NONE);
    assertTrue(Double.isNaN(slow.signals().interval()));
    assertTrue(slow.notes().toString().contains("it is 2 s"), slow.notes().toString());
  }

  @Test
  void regionsOfOneValueAreTold() throws IOException {
    Parcellation p =
        run(new double[][] {{0, 2, 4}, {0, 5, 7}}, new double[][] {{1, 0, 0}, {0, 1, 1}});
    assertTrue(p.notes().toString().contains("1 of 2 regions have the same value"), "" + p.notes());
  }
}
