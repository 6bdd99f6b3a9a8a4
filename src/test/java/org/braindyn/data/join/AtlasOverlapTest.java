package org.braindyn.data.join;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.braindyn.data.BadInput;
import org.braindyn.data.Grid;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.junit.jupiter.api.Test;

class AtlasOverlapTest {
  private static Atlas atlas(int size, double mm, double from, int... labels) {
    double[][] affine = {{mm, 0, 0, from}, {0, mm, 0, 0}, {0, 0, mm, 0}};
    Grid grid = new Grid(new int[] {size, 1, 1}, affine, Grid.AffineSource.SFORM);
    return Atlas.of(new Labels3D(grid, labels, "atlas of " + size), LabelNames.NONE);
  }

  /** Four voxels of 1 mm on two of 2 mm; the same whichever comes first. */
  @Test
  void volumesAreCountedOnTheFinerGrid() {
    Atlas coarse = atlas(2, 2, 0.5, 7, 9); // from 0 to 4 mm less half a voxel
    Atlas fine = atlas(4, 1, 0, 1, 1, 2, 2);
    AtlasOverlap o = AtlasOverlap.of(coarse, coarse.regions(), fine, fine.regions());
    assertArrayEquals(new double[] {2, 0}, o.volume()[0]);
    assertArrayEquals(new double[] {0, 2}, o.volume()[1]);
    AtlasOverlap turned = AtlasOverlap.of(fine, fine.regions(), coarse, coarse.regions());
    assertArrayEquals(new double[] {2, 0}, turned.volume()[0]);
    assertEquals(2, turned.first()[1]);
    Atlas shifted = atlas(4, 1, 0, 1, 2, 2, 2);
    o = AtlasOverlap.of(coarse, coarse.regions(), shifted, shifted.regions());
    assertArrayEquals(new double[] {1, 1}, o.volume()[0]);
  }

  @Test
  void atlasesElsewhereAreRefused() {
    Atlas here = atlas(4, 1, 0, 1, 1, 2, 2);
    Atlas far = atlas(4, 1, 500, 1, 1, 2, 2);
    String said =
        assertThrows(
                BadInput.class, () -> AtlasOverlap.of(here, here.regions(), far, far.regions()))
            .getMessage();
    assertTrue(said.contains("share 0 % of the second's voxels"), said);
    Grid nowhere = Grid.spaced(2, 1, 1, 1, 1, 1);
    Atlas unplaced = Atlas.of(new Labels3D(nowhere, new int[] {1, 2}, "unplaced"), LabelNames.NONE);
    said =
        assertThrows(
                BadInput.class,
                () -> AtlasOverlap.of(here, here.regions(), unplaced, unplaced.regions()))
            .getMessage();
    assertTrue(said.contains("unplaced does not say where it lies"), said);
  }
}
