package org.braindyn.io.cifti;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Volume4D;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.Imported;
import org.braindyn.io.door.Doors;
import org.braindyn.io.door.ImageDoor;
import org.braindyn.io.door.SharedData;
import org.braindyn.io.door.SignalDoor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Group averages of the HCP (Conte69); expected values by nibabel 5.0. */
@Tag("real-data")
class CiftiOnRealFilesTest {
  private static final String CONTE = "cifti/Conte69.MyelinAndCorrThickness.32k_fs_LR";

  private static Imported signals(Path file) throws IOException {
    return Doors.require(SignalDoor.class, file, "signals").read(file, ImportOptions.auto());
  }

  @Test
  void aParcellatedSeriesHasTheNamesStepAndValuesOfItsXml() throws IOException {
    RegionSignals s = signals(SharedData.file(CONTE + ".ptseries.nii")).signals();
    assertEquals(54, s.size());
    assertEquals(2, s.frames());
    assertEquals(1, s.interval());
    assertEquals(
        List.of("MEDIAL.WALL", "BA2_FRB08", "BA1_FRB08"), s.regions().names().subList(0, 3));
    double sum = 0;
    for (double[] row : s.values()) {
      sum += row[0] + row[1];
    }
    assertEquals(218.251735, sum, 1e-4);
    double[] first = {s.values()[0][0], s.values()[1][0], s.values()[2][0]};
    assertArrayEquals(new double[] {1.431012, 1.392534, 1.521327}, first, 1e-6);
  }

  @Test
  void aSeriesOfGreyordinatesIsReadFrameByFrame() throws IOException {
    Path file = SharedData.file(CONTE + ".dtseries.nii");
    Volume4D scan = Doors.require(ImageDoor.class, file, "a scan").open(file);
    assertEquals(60951, scan.grid().voxels());
    assertEquals(2, scan.frames());
    assertEquals(1, scan.interval());
    double[] frame = new double[60951];
    double sum = 0;
    double[] first = null;
    try (Volume4D.FrameReader reader = scan.open()) {
      for (int t = 0; t < 2; t++) {
        reader.next(frame);
        first = t == 0 ? java.util.Arrays.copyOf(frame, 3) : first;
        sum += java.util.Arrays.stream(frame).sum();
      }
    }
    assertArrayEquals(new double[] {1.321855, 1.373803, 1.408264}, first, 1e-6);
    assertEquals(248371.015, sum, 0.5);
    BadInput error = assertThrows(BadInput.class, () -> signals(file));
    assertTrue(error.getMessage().contains("Parcellate"), error.getMessage());
  }

  @Test
  void labelsOfGreyordinatesHaveTheirNames() throws IOException {
    Path file = SharedData.file("cifti/Conte69.parcellations_VGD11b.6k_fs_LR.dlabel.nii");
    ImageDoor door = Doors.require(ImageDoor.class, file, "labels");
    Labels3D labels = door.labels(file, null);
    assertEquals(11524, labels.labels().length);
    LabelNames names = door.names(file);
    assertTrue(names.names().size() > 10, names.names().toString());
    // Another surface than that of the 32k series.
    Path scan = SharedData.file(CONTE + ".dtseries.nii");
    BadInput error =
        assertThrows(BadInput.class, () -> door.labels(file, new Greyordinates().open(scan)));
    assertTrue(error.getMessage().contains("wb_command -cifti-resample"), error.getMessage());
  }

  @Test
  void otherKindsAreRefusedByName() {
    for (String name :
        List.of(
            "ones_1k.dscalar.nii",
            "Conte69.MyelinAndCorrThickness.6k_fs_LR.dscalar.nii",
            "row_major.dconn.nii")) {
      Path file = SharedData.file("cifti/" + name);
      BadInput error = assertThrows(BadInput.class, () -> signals(file));
      assertTrue(error.getMessage().contains("CIFTI"), error.getMessage());
      assertTrue(error.getMessage().contains("wb_command"), error.getMessage());
    }
  }

  @Test
  void theCaseThatWasNoTextFile() throws IOException {
    Imported in = signals(SharedData.caseFile("13-cifti/rest.ptseries.nii"));
    assertEquals(0.72, in.signals().interval());
    assertEquals(30, in.signals().frames());
    assertEquals("P1", in.signals().regions().get(0).name());
  }
}
