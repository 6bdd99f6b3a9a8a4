package org.braindyn.scans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.braindyn.data.BadInput;
import org.braindyn.data.Grid;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Progress;
import org.braindyn.data.Region;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.nifti.NiftiWriter;
import org.braindyn.io.tables.CellTable;
import org.braindyn.io.tables.TimeSeriesTable;
import org.braindyn.parcellation.ParcellationSettings;
import org.braindyn.parcellation.ParcellationSettings.LostPolicy;
import org.braindyn.parcellation.ParcellationSettings.NanPolicy;
import org.braindyn.parcellation.RegionPainter;
import org.braindyn.training.dataset.SignalCheck;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A region that one scan has lost: told with a remedy that leads to recordings that fit. */
class LostRegionsTest {
  private static final Regions ATLAS =
      new Regions(List.of(Region.named(1, "Vis"), Region.named(2, "Aud"), Region.named(4, "DMN")));

  @TempDir Path dir;
  private Path labels;
  private LabelNames names;

  /** The second scan has no value in region Aud. */
  @BeforeEach
  void scans() throws Exception {
    int[] cut = new int[24];
    for (int v = 0; v < 24; v++) {
      cut[v] = new int[] {1, 2, 4}[v / 8];
    }
    Labels3D image = new Labels3D(Grid.spaced(4, 3, 2, 2, 2, 2), cut, "atlas");
    labels = dir.resolve("atlas.nii.gz");
    NiftiWriter.writeLabels(labels, image);
    names =
        new LabelNames(new TreeMap<>(java.util.Map.of(1, "Vis", 2, "Aud", 4, "DMN")), true, "t");
    for (int s = 1; s <= 2; s++) {
      double[][] x = new double[3][30];
      Seed.Stream random = Seed.of(s).stream("scan");
      for (int r = 0; r < 3; r++) {
        for (int t = 0; t < 30; t++) {
          x[r][t] = s == 2 && r == 1 ? Double.NaN : 100 + random.gaussian();
        }
      }
      NiftiWriter.write(
          dir.resolve("sub-" + s + "_task-rest_bold.nii.gz"),
          RegionPainter.paint(image, new RegionSignals(ATLAS, x, 2, "made"), 0));
    }
  }

  private List<ManifestRow> run(LostPolicy lost, Path output) throws Exception {
    ParcellationSettings settings =
        ParcellationSettings.defaults().withPolicies(NanPolicy.IGNORE_VOXEL, lost);
    return new ScanBatch(labels, names, settings, output)
        .run(ScanList.ofFolder(dir, "*_bold.nii.gz"), Progress.NONE);
  }

  private static RegionSignals table(Path output, int sub) throws Exception {
    try (var files = Files.list(output)) {
      Path file =
          files
              .filter(f -> f.getFileName().toString().matches("sub-" + sub + ".*_signals.tsv"))
              .findFirst()
              .orElseThrow();
      return TimeSeriesTable.read(file, ImportOptions.auto()).signals();
    }
  }

  @Test
  void theRemedyLeadsToRecordingsOfTheSameRegions() throws Exception {
    Path kept = dir.resolve("kept");
    List<ManifestRow> rows = run(LostPolicy.KEEP, kept);
    assertEquals(3, table(kept, 2).size());
    BadInput error = assertThrows(BadInput.class, () -> SignalCheck.usable(table(kept, 2)));
    assertTrue(error.getMessage().contains("Parcellate Folder and lost=drop"), error.getMessage());
    assertTrue(ManifestRow.summary(rows).contains("lost=drop"), ManifestRow.summary(rows));

    Path dropped = dir.resolve("dropped");
    List<ManifestRow> made = run(LostPolicy.DROP, dropped);
    for (int s = 1; s <= 2; s++) {
      assertEquals(List.of("Vis", "DMN"), table(dropped, s).regions().names());
      assertTrue(made.get(s - 1).cells().toString().contains("as lost in one: Aud"));
      assertEquals("2", made.get(s - 1).cells().get(ManifestRow.COLUMNS.indexOf("regions")));
      SignalCheck.usable(table(dropped, s));
    }
    SignalCheck.sameRegions(table(dropped, 1), table(dropped, 2));
    assertEquals(
        table(kept, 1).values()[2][7], table(dropped, 1).values()[1][7], 0, "DMN stays DMN");
    List<ManifestRow> again = run(LostPolicy.DROP, dropped);
    assertEquals("skipped", again.get(0).status());
    assertEquals(2, table(dropped, 1).size());
    assertEquals("2", again.get(0).cells().get(ManifestRow.COLUMNS.indexOf("regions")));
    CellTable list = CellTable.read(dropped.resolve(ScanBatch.MANIFEST));
    assertTrue(list.cell(0, "message").contains("Aud"), list.cell(0, "message"));
  }
}
