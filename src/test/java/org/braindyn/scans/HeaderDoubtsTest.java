package org.braindyn.scans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Grid;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Progress;
import org.braindyn.data.Volume4D;
import org.braindyn.io.bids.BidsScan;
import org.braindyn.io.nifti.Nifti;
import org.braindyn.parcellation.Parcellation;
import org.braindyn.parcellation.ParcellationSettings;
import org.braindyn.parcellation.Parcellator;
import org.braindyn.training.dataset.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Times between frames that cannot be, and labels that are whole numbers but for rounding. */
class HeaderDoubtsTest {
  @TempDir Path dir;

  private static Path file(String name) throws Exception {
    return Path.of(HeaderDoubtsTest.class.getResource("/cases/" + name).toURI());
  }

  private static void bothReadings(String text) {
    assertTrue(text.contains("0.002 s") && text.contains("it is 2 s"), text);
  }

  @Test
  void millisecondsThatShouldBeSecondsAreToldByScanAndSignals() throws Exception {
    Volume4D scan = Nifti.open(file("07-interval-plausibility/ms_but_s.nii.gz"));
    assertTrue(Double.isNaN(scan.interval()));
    bothReadings(scan.notes().toString());
    Labels3D labels = Nifti.labels(file("07-interval-plausibility/lab.nii.gz"));
    Parcellation made =
        new Parcellator(ParcellationSettings.defaults())
            .parcellate(scan, labels, LabelNames.NONE, Progress.NONE);
    bothReadings(made.notes().toString());
    assertTrue(Double.isNaN(made.signals().interval()));
    Parcellation typed =
        new Parcellator(ParcellationSettings.defaults().withInterval(720))
            .parcellate(scan, labels, LabelNames.NONE, Progress.NONE);
    assertEquals(720, typed.signals().interval(), "what is typed counts");
    assertTrue(typed.notes().toString().contains("it is 0.72 s"), typed.notes().toString());
  }

  @Test
  void sideFilesAndManifestsAreCheckedAtBothEnds() throws Exception {
    Path scan = dir.resolve("sub-1_task-rest_bold.nii.gz");
    Files.write(scan, new byte[1]);
    for (String time : List.of("0.002", "2000")) {
      Files.writeString(
          dir.resolve("sub-1_task-rest_bold.json"), "{\"RepetitionTime\": " + time + "}");
      BadInput error = assertThrows(BadInput.class, () -> BidsScan.of(scan));
      assertTrue(error.getMessage().contains("it is 2 s"), error.getMessage());
    }
    Path recording = Files.writeString(dir.resolve("a.csv"), "x,y\n1,2\n3,4\n");
    Path manifest =
        Files.writeString(
            dir.resolve("m.tsv"), "person\tfile\tTR\np\t" + recording.getFileName() + "\t720\n");
    BadInput listed = assertThrows(BadInput.class, () -> Manifest.read(manifest, Double.NaN));
    assertTrue(listed.getMessage().contains("it is 0.72 s"), listed.getMessage());
    Path scans =
        Files.writeString(
            dir.resolve("s.tsv"), "file\tinterval\n" + scan.getFileName() + "\t2000\n");
    BadInput batch = assertThrows(BadInput.class, () -> ScanList.ofManifest(scans));
    assertTrue(batch.getMessage().contains("it is 2 s"), batch.getMessage());
  }

  @Test
  void labelsNearWholeNumbersAreRoundedAndNoted() throws Exception {
    Labels3D labels = Nifti.labels(file("12-label-rounding/lab_scaled.nii.gz"));
    assertTrue(labels.notes().toString().contains("were rounded"), labels.notes().toString());
    Parcellation made =
        new Parcellator(ParcellationSettings.defaults())
            .parcellate(
                Nifti.open(file("12-label-rounding/scan.nii.gz")),
                labels,
                LabelNames.NONE,
                Progress.NONE);
    assertTrue(made.notes().toString().contains("were rounded"), made.notes().toString());
    assertEquals(1, made.signals().regions().get(0).label());
  }

  @Test
  void whatIsNoLabelStaysRefused() {
    Grid grid = Grid.spaced(2, 1, 1, 2, 2, 2);
    Labels3D near = Labels3D.of(grid, new double[] {11101.0005, 0.99995}, "near");
    assertEquals(11101, near.labels()[0]);
    assertEquals(1, near.labels()[1]);
    assertEquals(0, Labels3D.of(grid, new double[] {-1e-6, 0}, "zero").labels()[0]);
    assertTrue(Labels3D.of(grid, new double[] {3, 4}, "exact").notes().isEmpty());
    for (double bad : new double[] {0.5, 1.001, -1, 3e9, Double.NaN, Double.POSITIVE_INFINITY}) {
      BadInput error =
          assertThrows(BadInput.class, () -> Labels3D.of(grid, new double[] {0, bad}, "bad"));
      assertTrue(error.getMessage().contains("(1, 0, 0)"), error.getMessage());
    }
  }

  @Test
  void twoLabelsOfOneNameAreTold() throws Exception {
    Labels3D labels = Nifti.labels(file("12-label-rounding/lab_scaled.nii.gz"));
    var names = new java.util.TreeMap<Integer, String>();
    for (int label : labels.labels()) {
      if (label > 0) {
        names.put(label, "Vis");
      }
    }
    Parcellation made =
        new Parcellator(ParcellationSettings.defaults())
            .parcellate(
                Nifti.open(file("12-label-rounding/scan.nii.gz")),
                labels,
                new LabelNames(names, true, "names"),
                Progress.NONE);
    boolean twice = names.size() > 1;
    assertEquals(twice, made.notes().toString().contains("Vis stands more than once"));
  }
}
