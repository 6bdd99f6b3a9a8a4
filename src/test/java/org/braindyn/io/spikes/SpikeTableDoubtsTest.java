package org.braindyn.io.spikes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.SpikeTrains;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of spikes whose ids would be mixed up or taken for times. */
class SpikeTableDoubtsTest {
  @TempDir Path dir;

  private SpikeTrains read(String header, IntFunction<String> line) throws IOException {
    StringBuilder text = new StringBuilder(header);
    for (int i = 0; i < 20; i++) {
      text.append(line.apply(i)).append('\n');
    }
    Path file = Files.writeString(dir.resolve("s.gdf"), text);
    return NestSpikes.read(List.of(file), SpikeUnits.AUTO, Progress.NONE);
  }

  private String refusal(String header, IntFunction<String> line) {
    return assertThrows(BadInput.class, () -> read(header, line)).getMessage();
  }

  @Test
  void idsOfTwoPopulationsAreNotMixed() throws IOException {
    String header = "timestamps population node_ids\n";
    String said = refusal(header, i -> i * 10.5 + (i % 2 == 0 ? " v1 " : " lgn ") + i % 4);
    assertTrue(said.contains("another population than \"v1\""), said);
    assertEquals(20, read(header, i -> i * 10.5 + " v1 " + i % 4).times().length);
  }

  @Test
  void timesInTheFirstColumnAreNotIds() throws IOException {
    String said = refusal("", i -> i * 10 + " " + (i * 7 % 4 + 1));
    assertTrue(said.contains("time_ms sender"), said);
    SpikeTrains told = read("time_ms sender\n", i -> i * 10 + " " + (i * 7 % 4 + 1));
    assertEquals(190, told.times()[19]);
    // ids in order, as a file sorted by neuron has them, are ids
    SpikeTrains sorted = read("", i -> i / 5 + 1 + " " + (i % 5 * 40 + i / 5));
    assertArrayEquals(new int[] {1, 1, 1, 1, 1, 2}, java.util.Arrays.copyOf(sorted.senders(), 6));
    assertEquals(20, read("", i -> i + 1 + " " + i * 3).times().length, "each neuron once");
  }
}
