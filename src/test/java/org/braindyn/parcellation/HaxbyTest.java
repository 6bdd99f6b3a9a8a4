package org.braindyn.parcellation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Progress;
import org.braindyn.io.nifti.Nifti;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real scan against means recomputed from its bytes. */
@Tag("real-data")
class HaxbyTest {
  private static final Path SHARED = Path.of(System.getProperty("braindyn.shared", "../shared"));
  private static final Path SUBJECT = SHARED.resolve("data/fmri_pymvpa/haxby2001/sub001");

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
  void regionMeansAgreeWithAPlainRecomputation(int run) throws IOException {
    assumeTrue(Files.isDirectory(SUBJECT), "no real data at " + SUBJECT);
    Path bold = SUBJECT.resolve("BOLD/task001_run00" + run + "/bold_25mm.nii.gz");
    Path hoc = SUBJECT.resolve("masks/25mm/hoc.nii.gz");
    Parcellation p =
        new Parcellator(ParcellationSettings.defaults())
            .parcellate(Nifti.open(bold), Nifti.labels(hoc), LabelNames.NONE, Progress.NONE);
    assertEquals(21, p.signals().size());
    assertEquals(121, p.signals().frames());
    assertEquals(2.5, p.signals().interval());
    byte[] label = bytes(hoc, 2992, 600);
    ByteBuffer scan =
        ByteBuffer.wrap(bytes(bold, 352, 600 * 121 * 2)).order(ByteOrder.LITTLE_ENDIAN);
    for (int r = 0; r < 21; r++) {
      for (int t = 0; t < 121; t++) {
        double sum = 0;
        int n = 0;
        for (int v = 0; v < 600; v++) {
          if (label[v] == p.signals().regions().get(r).label()) {
            sum += scan.getShort(2 * (600 * t + v));
            n++;
          }
        }
        assertEquals(sum / n, p.signals().values()[r][t], 1e-5 * Math.abs(sum / n));
      }
    }
  }

  private static byte[] bytes(Path path, int skip, int n) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new GZIPInputStream(Files.newInputStream(path)))) {
      in.skipNBytes(skip);
      return in.readNBytes(n);
    }
  }
}
