package org.braindyn.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedRecordingTest {
  @TempDir Path folder;

  @Test
  void windowsFromDiskAreThoseFromMemory() throws Exception {
    Seed.Stream random = Seed.of(2).stream("signals");
    double[][] values = new double[5][70];
    for (double[] row : values) {
      for (int t = 0; t < row.length; t++) {
        row[t] = 100 + random.gaussian();
      }
    }
    RegionSignals signals = new RegionSignals(Regions.numbered("r", 5), values, 0.72, "run");
    MappedRecording mapped = MappedRecording.write(signals, "ann", folder.resolve("run.f32"));
    assertEquals("ann", mapped.person());
    assertEquals(0.72, mapped.interval());
    Windows disk = new WindowSet(List.of(mapped), 20, 5, 7).all();
    Windows memory = WindowSet.of(List.of(signals), 20, 5, 7).all();
    for (int i = 0; i < memory.context().values().length; i++) {
      assertEquals(memory.context().values()[i], disk.context().values()[i], 1e-4);
    }
  }
}
