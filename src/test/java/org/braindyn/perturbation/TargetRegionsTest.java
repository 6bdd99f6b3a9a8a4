package org.braindyn.perturbation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.braindyn.data.Atlas;
import org.braindyn.data.BadInput;
import org.braindyn.data.Grid;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Region;
import org.braindyn.data.Regions;
import org.junit.jupiter.api.Test;

class TargetRegionsTest {
  private static final Regions REGIONS =
      new Regions(
          List.of(
              new Region(3, "L-Frontal-1", 4, null),
              new Region(7, "Cingulum, anterior", 4, new double[] {5, 0, 0}),
              new Region(2001, "Precentral_R", 4, null),
              new Region(2002, "Brain stem", 4, new double[] {0, 0, 0})));

  @Test
  void namesLabelsListsAndHemispheres() {
    assertArrayEquals(new int[] {0}, TargetRegions.rows("l-frontal-1", REGIONS));
    assertArrayEquals(new int[] {0, 2}, TargetRegions.rows("2001, 3,3", REGIONS));
    assertArrayEquals(new int[] {1}, TargetRegions.rows("Cingulum, anterior", REGIONS));
    assertArrayEquals(new int[] {0}, TargetRegions.rows("Left", REGIONS));
    assertArrayEquals(new int[] {1, 2}, TargetRegions.rows("right", REGIONS));
    assertArrayEquals(new int[] {0, 1, 2, 3}, TargetRegions.rows("all", REGIONS));
    assertThrows(BadInput.class, () -> TargetRegions.rows("Cuneus", REGIONS));
  }

  @Test
  void paintedAreaBecomesTheRegionsItCovers() {
    Labels3D labels =
        new Labels3D(
            Grid.spaced(4, 2, 1, 1, 1, 1), new int[] {3, 3, 7, 7, 0, 3, 7, 7}, "labels.tif");
    boolean[] mask = {true, true, true, false, true, false, false, false};
    assertEquals("3", TargetRegions.covered(Atlas.of(labels, REGIONS), mask, REGIONS, 0.5));
    assertEquals("3,7", TargetRegions.covered(Atlas.of(labels, REGIONS), mask, REGIONS, 0.25));
    assertThrows(
        BadInput.class,
        () -> TargetRegions.covered(Atlas.of(labels, REGIONS), new boolean[8], REGIONS, 0.5));
  }
}
