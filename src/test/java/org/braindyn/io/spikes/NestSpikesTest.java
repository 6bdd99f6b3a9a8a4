package org.braindyn.io.spikes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.SpikeTrains;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NestSpikesTest {
  @TempDir Path folder;

  private Path save(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void readsBothFormatsInOneCall() throws IOException {
    Path old = save("a.gdf", "9\t0.100\t\n11\t12.300\t\r\n9\t3\t");
    Path now = save("b.dat", "# NEST version: 3\n# Rec\nsender\ttime_ms\n\n1530\t10.3\n7\t1e1\n");
    SpikeTrains spikes = NestSpikes.read(List.of(old, now), Progress.NONE);
    assertArrayEquals(new int[] {9, 11, 9, 1530, 7}, spikes.senders());
    assertArrayEquals(new double[] {0.1, 12.3, 3, 10.3, 10}, spikes.times());
  }

  @Test
  void numbersAreReadToTheLastBit() throws IOException {
    StringBuilder text = new StringBuilder();
    double[] expected = new double[2000];
    for (int k = 0; k < expected.length; k++) {
      String number = k * 7 / 10 + "." + (k * 7919 % 1000) + (k % 3 == 0 ? "12345678" : "");
      expected[k] = Double.parseDouble(number);
      text.append("1\t").append(number).append('\n');
    }
    SpikeTrains spikes = NestSpikes.read(List.of(save("n.dat", text.toString())), Progress.NONE);
    assertArrayEquals(expected, spikes.times());
  }

  @ParameterizedTest
  @CsvSource({
    "'1\t-0.5\n', 0 ms or later",
    "'1\tnan\n', 0 ms or later",
    "'x\t5\n', an id and a time",
    "'5\n', an id and a time",
    "'99999999999\t5\n', id is too large",
    "'sender\ttime_step\ttime_offset\n1\t5\t0\n', steps",
    "'# only a header\nsender\ttime_ms\n', no spike",
    "'1\t5\t7\n', 0 ms or later",
    "'', no spike"
  })
  void badLinesAreRefused(String text, String part) throws IOException {
    Path file = save("bad.dat", text);
    BadInput thrown =
        assertThrows(BadInput.class, () -> NestSpikes.read(List.of(file), Progress.NONE));
    assertTrue(thrown.getMessage().contains(part), thrown.getMessage());
  }

  @Test
  void readsPopulations() throws IOException {
    List<NestSpikes.Population> all = NestSpikes.populations(save("p.dat", "1  10 \n11\t20 L4E\n"));
    assertEquals(new NestSpikes.Population("population 1", 1, 10), all.get(0));
    assertEquals(new NestSpikes.Population("L4E", 11, 20), all.get(1));
    assertThrows(BadInput.class, () -> NestSpikes.populations(save("q.dat", "5 1\n")));
    assertThrows(BadInput.class, () -> NestSpikes.populations(save("r.dat", "5\n")));
    assertThrows(BadInput.class, () -> NestSpikes.populations(save("s.dat", "\n")));
  }
}
