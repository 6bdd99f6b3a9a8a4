package org.braindyn.io.connectome;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.io.door.Connectome;
import org.braindyn.io.door.ConnectomeDoor;
import org.braindyn.io.door.Doors;
import org.braindyn.io.door.SharedData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Matrices of TVB, ENIGMA and the Brain Connectivity Toolbox. */
@Tag("real-data")
class ConnectomeOnRealFilesTest {
  private static Connectome read(String name, String variable) throws IOException {
    Path file = SharedData.file("connectomes/" + name);
    return Doors.require(ConnectomeDoor.class, file, "weights").read(file, variable);
  }

  @Test
  void tvbRowsAreTargetsThereAndSourcesHere() throws IOException {
    Connectome c = read("paupau.zip", "");
    assertEquals(List.of("lA1", "lA2", "rA1", "rA2"), c.regions().names());
    // Lines of weights.txt: 2 3 0 2 / 2 2 0 0 / 0 0 2 2 / 2 0 0 2, from column to row.
    assertArrayEquals(new double[] {2, 2, 0, 2}, c.weights()[0]);
    assertArrayEquals(new double[] {3, 2, 0, 0}, c.weights()[1]);
    double[] mm = c.regions().get(0).centroid();
    assertArrayEquals(new double[] {-37.354771, -18.847021, 13.451057}, mm, 1e-9);
    assertFalse(c.symmetric());
    assertTrue(c.notes().toString().contains("rows are targets"), c.notes().toString());
  }

  @Test
  void otherArchivesOfTvb() throws IOException {
    Connectome c76 = read("connectivity_76.zip", "");
    assertEquals(76, c76.weights().length);
    assertEquals(List.of("rA1", "rA2", "rAMYG"), c76.regions().names().subList(0, 3));
    assertEquals(68, read("connectivity_68.zip", "").weights().length); // bzip2 within
    Connectome mouse = read("ConnectivityAllen2mm.zip", "");
    assertEquals(98, mouse.weights().length);
    assertEquals("Right_Primary_somatosensory_area,_nose", mouse.regions().get(2).name());
  }

  @Test
  void enigmaTablesTakeTheNamesBesideThem() throws IOException {
    Connectome c = read("strucMatrix_ctx.csv", "");
    assertEquals(68, c.weights().length);
    assertEquals("L_bankssts", c.regions().get(0).name());
    assertTrue(c.symmetric());
    assertEquals(100, read("strucMatrix_ctx_schaefer_100.csv", "").regions().size());
    BadInput error = assertThrows(BadInput.class, () -> read("strucMatrix_sctx.csv", ""));
    assertTrue(error.getMessage().contains("14 x 68"), error.getMessage());
  }

  @Test
  void twoMatricesOfTheToolbox() throws IOException {
    SharedData.file("connectomes/sample_directed.mat"); // skips where there are none
    BadInput error = assertThrows(BadInput.class, () -> read("sample_directed.mat", ""));
    assertTrue(error.getMessage().contains("[CIJall, CIJctx]"), error.getMessage());
    Connectome c = read("sample_directed.mat", "CIJctx");
    assertEquals(52, c.weights().length);
    assertTrue(c.named());
    assertFalse(read("sample_directed.mat", "CIJall").named());
  }
}
