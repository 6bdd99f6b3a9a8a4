package org.braindyn.packaged;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.braindyn.data.Grid;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Region;
import org.braindyn.data.RegionSignals;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.arrays.NpySignals;
import org.braindyn.io.nifti.Nifti;
import org.braindyn.io.nifti.NiftiWriter;
import org.braindyn.io.tables.CellTable;
import org.braindyn.parcellation.GridMatch;
import org.braindyn.parcellation.LabelRegions;
import org.braindyn.simulation.BoldPhantom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** macros/atlas.ijm on the packaged jar: an atlas of finer, shifted voxels. */
class AtlasIT {
  @TempDir Path folder;

  @Test
  void regionsKeepTheAtlasPlaceAndTheSignals() throws Exception {
    BoldPhantom.Settings base = BoldPhantom.Settings.defaults();
    BoldPhantom phantom =
        BoldPhantom.make(new BoldPhantom.Settings(base.size(), 8, 40, 2, 0.01, 0.004, 3));
    Grid scan = phantom.scan().grid();
    double[][] affine = new double[3][4];
    int[] size = new int[3];
    for (int i = 0; i < 3; i++) {
      size[i] = (int) Math.ceil(scan.size()[i] / 0.6);
      for (int j = 0; j < 4; j++) {
        affine[i][j] = scan.affine()[i][j] * (j < 3 ? 0.6 : 1) + (j == 3 ? 0.3 : 0);
      }
    }
    Labels3D fine =
        GridMatch.resample(phantom.labels(), new Grid(size, affine, Grid.AffineSource.SFORM));
    NiftiWriter.write(folder.resolve("scan.nii.gz"), phantom.scan());
    NiftiWriter.writeLabels(folder.resolve("atlas.nii.gz"), fine);
    StringBuilder table = new StringBuilder("index,name,x,y,z\n");
    for (Region r : LabelRegions.of(fine, LabelNames.NONE)) {
      double[] mm = r.centroid();
      table.append(r.label() + ",R" + r.label() + "," + mm[0] + "," + mm[1] + "," + mm[2] + "\n");
    }
    Path names = Files.writeString(folder.resolve("atlas.csv"), table);
    PlainImageJ imagej = new PlainImageJ(Files.createDirectories(folder.resolve("imagej")));
    Path out = folder.resolve("out");
    String argument =
        String.join(
            "|",
            folder.resolve("scan.nii.gz").toString(),
            folder.resolve("atlas.nii.gz").toString(),
            names.toString(),
            names.toString(),
            out.toString());
    PlainImageJ.Result run = imagej.macro(Path.of("macros/atlas.ijm"), argument, 120);
    assertTrue(run.output().contains("BrainDyn atlas done"), run.output());
    assertTrue(run.output().contains("agree with atlas.nii.gz: 8 regions"), run.output());
    assertTrue(run.output().contains("majority: 8 regions, 0 moved"), run.output());

    RegionSignals signals =
        NpySignals.read(out.resolve("signals.npz"), ImportOptions.auto()).signals();
    CellTable quality = CellTable.read(out.resolve("quality_majority.csv"));
    int row = 0;
    for (Region r : LabelRegions.of(fine, LabelNames.NONE)) {
      assertEquals("R" + r.label(), signals.regions().get(row).name());
      assertArrayEquals(r.centroid(), signals.regions().get(row).centroid(), 1e-9);
      assertEquals(r.centroid()[1], Double.parseDouble(quality.cell(row, "y_mm")), 0.01);
      assertTrue(Double.parseDouble(quality.cell(row, "shift_mm")) > 0);
      row++;
    }
    assertTrue(
        Nifti.open(out.resolve("shift.nii.gz")).grid().samePlace(fine.grid(), 1e-4), "geometry");
    assertTrue(javax.imageio.ImageIO.read(out.resolve("outlines.png").toFile()).getWidth() > 20);
  }
}
