package org.braindyn.scans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.tables.CellTable;
import org.braindyn.io.tables.TimeSeriesTable;
import org.braindyn.parcellation.ParcellationSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All nine runs of a person through the batch; one with wrong labels on purpose. */
@Tag("real-data")
class HaxbyBatchTest {
  private static final Path SUBJECT =
      Path.of(System.getProperty("braindyn.shared", "../shared"))
          .resolve("data/fmri_pymvpa/haxby2001/sub001")
          .toAbsolutePath();

  @TempDir Path dir;

  @Test
  void nineRunsAreDoneAndTheWrongOneIsListed() throws IOException {
    assumeTrue(Files.isDirectory(SUBJECT), "no real data at " + SUBJECT);
    Path hoc = SUBJECT.resolve("masks/25mm/hoc.nii.gz");
    Path atlas = SUBJECT.resolve("../../../atlas_aal2/AAL2.nii").normalize();
    StringBuilder text = new StringBuilder("file\tlabels\n");
    for (int run = 1; run <= 9; run++) {
      text.append(SUBJECT).append("/BOLD/task001_run00").append(run);
      text.append("/bold_25mm.nii.gz\tn/a\n");
    }
    text.append(SUBJECT).append("/BOLD/task001_run001/bold_25mm.nii.gz\t").append(atlas);
    Path manifest = Files.writeString(dir.resolve("scans.tsv"), text.append('\n'));
    Path out = dir.resolve("out");
    List<ManifestRow> rows =
        new ScanBatch(hoc, LabelNames.NONE, ParcellationSettings.defaults(), out)
            .run(ScanList.ofManifest(manifest), Progress.NONE);
    for (int run = 1; run <= 9; run++) {
      assertEquals("done", rows.get(run - 1).status());
    }
    CellTable table = CellTable.read(out.resolve(ScanBatch.MANIFEST));
    assertEquals("failed", table.cell(9, "status"));
    assertTrue(table.cell(9, "message").contains("another grid"), table.cell(9, "message"));
    byte[] label = bytes(hoc, 2992, 600);
    for (int run = 1; run <= 9; run++) {
      assertEquals("2.5", table.cell(run - 1, "interval"));
      assertEquals("001", table.cell(run - 1, "person"));
      assertEquals("00" + run, table.cell(run - 1, "run"));
      RegionSignals signals =
          TimeSeriesTable.read(out.resolve(table.cell(run - 1, "signals")), ImportOptions.auto())
              .signals();
      assertEquals(21, signals.size());
      assertEquals(121, signals.frames());
      check(signals, label, SUBJECT.resolve("BOLD/task001_run00" + run + "/bold_25mm.nii.gz"));
    }
  }

  private static void check(RegionSignals signals, byte[] label, Path bold) throws IOException {
    ByteBuffer scan =
        ByteBuffer.wrap(bytes(bold, 352, 600 * 121 * 2)).order(ByteOrder.LITTLE_ENDIAN);
    for (int r = 0; r < signals.size(); r++) {
      int value = Integer.parseInt(signals.regions().get(r).name().substring("Label ".length()));
      for (int t = 0; t < signals.frames(); t++) {
        double sum = 0;
        int n = 0;
        for (int v = 0; v < 600; v++) {
          if (label[v] == value) {
            sum += scan.getShort(2 * (600 * t + v));
            n++;
          }
        }
        assertEquals(sum / n, signals.values()[r][t], 1e-5 * Math.abs(sum / n));
      }
    }
  }

  private static byte[] bytes(Path path, int skip, int n) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(path))) {
      in.skipNBytes(skip);
      return in.readNBytes(n);
    }
  }
}
