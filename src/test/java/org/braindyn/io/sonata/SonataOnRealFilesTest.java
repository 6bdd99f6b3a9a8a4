package org.braindyn.io.sonata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.door.Doors;
import org.braindyn.io.door.SharedData;
import org.braindyn.io.door.SignalDoor;
import org.braindyn.io.door.SpikeDoor;
import org.braindyn.io.door.Spikes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Output of libsonata's and the Allen Institute's examples; expected values by h5py. */
@Tag("real-data")
class SonataOnRealFilesTest {
  private static Spikes spikes(String name) throws IOException {
    Path file = SharedData.file("sonata/" + name);
    return Doors.require(SpikeDoor.class, file, "spikes").read(file, Progress.NONE);
  }

  @Test
  void onePopulation() throws IOException {
    Spikes v1 = spikes("300_intfire__spikes.h5");
    assertEquals(4322, v1.trains().size());
    assertEquals("v1", v1.populations().get(0).name());
    assertArrayEquals(new int[] {0, 174}, Arrays.copyOf(v1.trains().senders(), 2));
    assertEquals(566.942, v1.trains().times()[0], 1e-9);
    Spikes five = spikes("5_cells_iclamp__spikes.h5");
    assertEquals(124, five.trains().size());
    assertArrayEquals(new int[] {2, 0}, Arrays.copyOf(five.trains().senders(), 2));
    assertArrayEquals(new double[] {533.0, 537.2}, Arrays.copyOf(five.trains().times(), 2), 1e-9);
  }

  @Test
  void everyPopulationNumbersItsNodesAnew() throws IOException {
    Spikes read = spikes("spikes.h5");
    assertEquals(15, read.trains().size());
    assertEquals(
        List.of("All", "spikes1", "spikes2"),
        read.populations().stream().map(Spikes.Population::name).toList());
    assertTrue(read.notes().toString().contains("\"empty\" has no spike"));
    assertTrue(read.notes().toString().contains("\"spikes1\" are shifted by 6"));
  }

  @Test
  void reportsAreSignals() throws IOException {
    Path file = SharedData.file("sonata/elements.h5");
    SignalDoor door = Doors.require(SignalDoor.class, file, "signals");
    RegionSignals s = door.read(file, ImportOptions.auto().withVariable("All")).signals();
    assertEquals(100, s.size());
    assertEquals(20, s.frames());
    assertEquals("node 1 part 1", s.regions().get(0).name());
    Path somas = SharedData.file("sonata/somas.h5");
    BadInput error = assertThrows(BadInput.class, () -> door.read(somas, ImportOptions.auto()));
    assertTrue(error.getMessage().contains("variable=All"), error.getMessage());
    RegionSignals all = door.read(somas, ImportOptions.auto().withVariable("All")).signals();
    assertEquals(20, all.size());
    assertEquals(10, all.frames());
    assertEquals(1e-4, all.interval(), 1e-15);
    assertEquals("node 10", all.regions().get(0).name());
  }

  @Test
  void circuitsAreNoSpikes() {
    SharedData.file("sonata/nodes1.h5"); // skips where there are none
    for (String name : List.of("nodes1.h5", "edges1.h5", "300_intfire__v1_nodes.h5")) {
      BadInput error = assertThrows(BadInput.class, () -> spikes(name));
      assertTrue(error.getMessage().contains("SONATA"), error.getMessage());
    }
  }
}
