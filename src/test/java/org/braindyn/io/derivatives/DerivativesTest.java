package org.braindyn.io.derivatives;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Region;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.Imported;
import org.braindyn.io.bids.BidsScan;
import org.braindyn.io.door.Doors;
import org.braindyn.io.door.SharedData;
import org.braindyn.io.door.SignalDoor;
import org.braindyn.io.tables.TimeSeriesTable;
import org.braindyn.scans.ScanJob;
import org.braindyn.scans.ScanList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Derivatives as xcp_d writes them, ours, and what lies beside a scan of fMRIPrep. */
class DerivativesTest {
  @TempDir Path dir;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(dir.resolve(name), text);
  }

  private static Imported read(Path file) throws IOException {
    return Doors.require(SignalDoor.class, file, "signals").read(file, ImportOptions.auto());
  }

  @Test
  void aSquareTableIsTimeInRowsAndTheSideFileHasTheInterval() throws IOException {
    Path tsv = file("sub-1_seg-4S_stat-mean_timeseries.tsv", "LH_Vis\tLH_Mot\n1\t2\n3\tn/a\n");
    file("sub-1_seg-4S_stat-mean_timeseries.json", "{\"SamplingFrequency\": 0.5}");
    RegionSignals s = read(tsv).signals();
    assertEquals(List.of("LH_Vis", "LH_Mot"), s.regions().names());
    assertArrayEquals(new double[] {1, 3}, s.values()[0]);
    assertTrue(Double.isNaN(s.values()[1][1]));
    assertEquals(2, s.interval());
    file("sub-1_seg-4S_stat-mean_timeseries.json", "{\"RepetitionTime\": 2000}");
    Imported doubtful = read(tsv);
    assertTrue(Double.isNaN(doubtful.signals().interval()));
    assertTrue(doubtful.notes().toString().contains("2 s"), doubtful.notes().toString());
  }

  @Test
  void oursReadBackWithTheirDictionary() throws IOException {
    Regions regions =
        new Regions(
            List.of(new Region(7, "V1, left", 3, new double[] {1, 2, 3}), Region.named("A \"b\"")));
    double[][] values = {{0.1, 1e-9}, {Double.NaN, 3}};
    Path path = dir.resolve("sub-1_timeseries.tsv");
    DerivativeSignals.write(path, new RegionSignals(regions, values, 0.72, "x"));
    RegionSignals s = read(path).signals();
    assertArrayEquals(values[0], s.values()[0]);
    assertArrayEquals(values[1], s.values()[1]);
    assertEquals(0.72, s.interval());
    assertEquals(regions.names(), s.regions().names());
    JsonObject json =
        JsonParser.parseString(Files.readString(dir.resolve("sub-1_timeseries.json")))
            .getAsJsonObject();
    assertEquals(0.72, json.get("RepetitionTime").getAsDouble());
    JsonObject column = json.getAsJsonObject("V1, left");
    assertEquals(7, column.get("LabelValue").getAsInt());
    assertTrue(column.has("Description") && column.has("Units"));
  }

  @Test
  void maskAndConfoundsOfTheSameSpaceAndCohort() throws IOException {
    String stem = "sub-01_task-rest_run-1_space-MNIPediatricAsym_cohort-1_res-2_";
    Path scan = file(stem + "desc-preproc_bold.nii.gz", "x");
    Path mask = file(stem + "desc-brain_mask.nii.gz", "x");
    file(stem.replace("cohort-1", "cohort-2") + "desc-brain_mask.nii.gz", "x");
    file(stem.replace("_res-2", "") + "desc-brain_mask.nii.gz", "x");
    Path confounds = file("sub-01_task-rest_run-1_desc-confounds_timeseries.tsv", "a\n1\n");
    assertEquals(mask.getFileName(), ScanSides.mask(scan).getFileName());
    assertEquals(confounds.getFileName(), BidsScan.of(scan).confounds().getFileName());
    Path other = file("sub-02_task-rest_desc-preproc_bold.nii.gz", "x");
    // A scan without a mask fails by the name of the file that is missing.
    String missing = "sub-02_task-rest_desc-brain_mask.nii.gz";
    assertEquals(missing, ScanSides.mask(other).getFileName().toString());
    List<ScanJob> jobs = ScanList.withOwnMasks(ScanList.ofFolder(dir, "*_bold.nii.gz"));
    assertEquals(mask.getFileName(), jobs.get(0).mask().getFileName());
    assertEquals(missing, jobs.get(1).mask().getFileName().toString());
  }

  @Test
  @Tag("real-data")
  void confoundsOfFmriPrep() throws IOException {
    for (String name :
        List.of(
            "test-v21_desc-confounds_timeseries.tsv",
            "test_desc-confounds_regressors.tsv",
            "sub-01_task-mixedgamblestask_run-01_desc-motion_timeseries.tsv")) {
      Path file = SharedData.file("derivatives/" + name);
      BadInput error = assertThrows(BadInput.class, () -> read(file));
      assertTrue(error.getMessage().contains("Clean Signals"), error.getMessage());
    }
    // 30 rows of 188 columns, by pandas.
    Path table = SharedData.file("derivatives/no_nonsteady_desc-confounds_regressors.tsv");
    RegionSignals s = TimeSeriesTable.read(table, ImportOptions.auto()).signals();
    assertEquals(188, s.size());
    assertEquals(30, s.frames());
    assertEquals("csf", s.regions().get(0).name());
    assertEquals(645.780975416057, s.values()[0][29]);
    assertEquals(-3.10379843070405, s.values()[1][29]);
    int missing = 0;
    for (double[] row : s.values()) {
      for (double v : row) {
        missing += Double.isNaN(v) ? 1 : 0;
      }
    }
    assertEquals(21, missing);
  }
}
