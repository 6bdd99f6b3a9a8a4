package org.braindyn.io.sonata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.nio.file.Path;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.io.door.Spikes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SONATA files made by hand: units. Damage: {@code io.door.Hdf5FilesTest}. */
class SonataTest {
  @TempDir Path dir;

  private Path spikes(String unit) {
    Path path = dir.resolve("spikes.h5");
    try (WritableHdfFile file = HdfFile.write(path)) {
      WritableGroup v1 = file.putGroup("spikes").putGroup("v1");
      v1.putDataset("node_ids", new long[] {3, 0, 3});
      v1.putDataset("timestamps", new double[] {1.5, 2, 30}).putAttribute("units", unit);
    }
    return path;
  }

  @Test
  void timesBecomeMilliseconds() {
    Spikes ms = new SonataSpikes().read(spikes("ms"), Progress.NONE);
    assertArrayEquals(new double[] {1.5, 2, 30}, ms.trains().times());
    assertArrayEquals(new int[] {3, 0, 3}, ms.trains().senders());
    assertEquals(new Spikes.Population("v1", 0, 3), ms.populations().get(0));
    Spikes s = new SonataSpikes().read(spikes("s"), Progress.NONE);
    assertArrayEquals(new double[] {1500, 2000, 30000}, s.trains().times());
    Path steps = spikes("steps");
    BadInput error =
        assertThrows(BadInput.class, () -> new SonataSpikes().read(steps, Progress.NONE));
    assertTrue(error.getMessage().contains("\"steps\""), error.getMessage());
  }
}
