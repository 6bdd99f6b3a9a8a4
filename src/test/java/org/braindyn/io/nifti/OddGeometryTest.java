package org.braindyn.io.nifti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.braindyn.data.Grid;
import org.braindyn.io.door.SharedData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Headers whose two affines are not both what they say. */
@Tag("real-data")
class OddGeometryTest {
  private static NiftiVolume open(String name) throws IOException {
    Path file = SharedData.caseFile("16-sform-zero/" + name + ".nii.gz");
    return Nifti.open(file);
  }

  @Test
  void aZeroSformGivesWayToTheQform() throws IOException {
    NiftiVolume v = open("sform_zero");
    assertEquals(Grid.AffineSource.QFORM, v.grid().source());
    assertEquals(-5, v.grid().affine()[0][3]);
    assertTrue(v.notes().toString().contains("sform is all zero"), v.notes().toString());
  }

  @Test
  void disagreementIsTold() throws IOException {
    NiftiVolume v = open("disagree");
    assertEquals(Grid.AffineSource.SFORM, v.grid().source());
    assertTrue(v.notes().toString().contains("left in one is right"), v.notes().toString());
    assertEquals("[]", open("lab").notes().toString());
  }

  @Test
  void aScanInMniSpaceHasTheSumsThatNibabelGives() throws IOException {
    NiftiVolume v = Nifti.open(SharedData.file("mni_4d/time_series_152.nii.gz"));
    assertEquals(5, v.frames());
    assertEquals(1, v.interval());
    double[] sums = {74825382, 62918552, 71917962, 80881532, 89810286};
    double[] frame = new double[v.grid().voxels()];
    try (org.braindyn.data.Volume4D.FrameReader reader = v.open()) {
      for (double sum : sums) {
        reader.next(frame);
        assertEquals(sum, java.util.Arrays.stream(frame).sum());
      }
    }
  }
}
