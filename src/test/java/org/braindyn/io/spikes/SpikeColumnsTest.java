package org.braindyn.io.spikes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.SpikeTrains;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.io.arrays.Npz;
import org.braindyn.io.door.Damage;
import org.braindyn.io.door.SharedData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two spikes, of neuron 4 at 0.3 ms and of neuron 7 at 2.7 ms, written in every way. */
class SpikeColumnsTest {
  @TempDir Path dir;

  private static void right(SpikeTrains spikes) {
    assertArrayEquals(new int[] {4, 7}, spikes.senders());
    assertArrayEquals(new double[] {0.3, 2.7}, spikes.times(), 1e-12);
  }

  private SpikeTrains table(String text, SpikeUnits units) throws IOException {
    Path file = Files.writeString(dir.resolve("s.dat"), text.replace("|", "\n"));
    return NestSpikes.read(List.of(file), units, Progress.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4\t0.3|7\t2.7",
        "4.000e+00 3.000e-01|7.0 2.7",
        "sender\ttime_ms|4\t0.3|7\t2.7",
        "time_ms,sender|0.3,4|2.7,7",
        "senders,times_s|4,0.0003|7,0.0027",
        "# NEST version: 3.6|sender\ttime_ms\tweights|4\t0.3\t1.0|7\t2.7\t1.0",
        "weight;Time (s);gid|1;0.0003;4|1;0.0027;7",
        "# i time_us|4 300|7 2700",
        "\"id\",\"timestamps\"|4,0.3|7,2.7"
      })
  void headersSayWhatIsWhat(String text) throws IOException {
    right(table(text, SpikeUnits.AUTO));
  }

  @Test
  void stepsAndUnitsThatTheUserGives() throws IOException {
    right(table("4 0.0003|7 0.0027", new SpikeUnits("s", 0)));
    String steps = "sender\ttime_step\ttime_offset|4\t4\t0.1|7\t27\t0";
    right(table(steps, new SpikeUnits("", 0.1)));
    BadInput error = assertThrows(BadInput.class, () -> table(steps, SpikeUnits.AUTO));
    assertTrue(error.getMessage().contains("step=0.1"), error.getMessage());
    String seconds = "senders,times_s|4,0.0003";
    error = assertThrows(BadInput.class, () -> table(seconds, new SpikeUnits("ms", 0)));
    assertTrue(error.getMessage().contains("itself says"), error.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "'sender,time_ms|4', the header has 2 cells",
    "'4 0.3 1.0', below a header",
    "'Vm,thing|4,5', a header names them",
    "'4.5 0.3', an id and a time"
  })
  void whatIsUnclearIsRefused(String text, String words) {
    BadInput error = assertThrows(BadInput.class, () -> table(text, SpikeUnits.AUTO));
    assertTrue(error.getMessage().contains(words), error.getMessage());
  }

  @Test
  void archivesOfNestBrianAndPyNn() throws IOException {
    NpyArray ids = NpyArray.ofIntegers(new double[] {4, 7}, 2);
    NpyArray ms = NpyArray.of(new double[] {0.3, 2.7}, 2);
    NpyArray s = NpyArray.of(new double[] {0.0003, 0.0027}, 2);
    Path file = dir.resolve("s.npz");
    Npz.write(file, Map.of("senders", ids, "times", ms));
    right(SpikesNpz.read(file));
    Npz.write(file, Map.of("i", ids, "t", s));
    right(SpikesNpz.read(file));
    Npz.write(file, Map.of("node_ids", ids, "timestamps", s, "units", NpyArray.of("s")));
    right(SpikesNpz.read(file));
    Npz.write(file, Map.of("senders", ids, "times_s", s));
    right(SpikesNpz.read(file));
    NpyArray rows = NpyArray.of(new double[] {0.3, 4, 2.7, 7}, 2, 2);
    Npz.write(file, Map.of("data", rows, "units", NpyArray.of("ms")));
    right(SpikesNpz.read(file));
    Npz.write(file, Map.of("x", ids));
    BadInput error = assertThrows(BadInput.class, () -> SpikesNpz.read(file));
    assertTrue(error.getMessage().contains("it has x"), error.getMessage());
  }

  /** Written by NumPy 1.24: numpy.savez(file, data=rows, metadata=sorted items as strings). */
  @Test
  void whatNumPyWroteForPyNn() {
    right(SpikesNpz.read(Path.of("src", "test", "resources", "arrays", "pynn_spikes.npz")));
    Path voltages = Path.of("src", "test", "resources", "arrays", "pynn_v.npz");
    BadInput error = assertThrows(BadInput.class, () -> SpikesNpz.read(voltages));
    assertTrue(error.getMessage().contains("holds \"v\" of PyNN"), error.getMessage());
  }

  @Test
  void tenThousandDamagedTables() throws IOException {
    byte[] whole =
        "# NEST version: 3.6\nsender\ttime_ms\tw\n4\t0.3\t1.0\n7\t2.7\t1.0\n"
            .getBytes(StandardCharsets.UTF_8);
    Path file = dir.resolve("m.dat");
    Damage.Reader reader = f -> NestSpikes.read(List.of(f), Progress.NONE).size();
    int read = Damage.mutations(file, whole, whole.length, 10_000, 1, reader);
    assertTrue(read > 500 && read < 9900, read + " of 10 000");
  }

  @Test
  @Tag("real-data")
  void filesThatWereReadWronglyOnce() throws IOException {
    Path seconds = SharedData.caseFile("15-spike-seconds/seconds.csv");
    SpikeTrains ms = NestSpikes.read(List.of(seconds.resolveSibling("ms.csv")), Progress.NONE);
    for (String other : List.of("seconds.csv", "extra.dat", "savetxt.gdf")) {
      SpikeTrains s = NestSpikes.read(List.of(seconds.resolveSibling(other)), Progress.NONE);
      assertArrayEquals(ms.senders(), s.senders(), other);
      assertArrayEquals(ms.times(), s.times(), 1e-9, other);
    }
  }
}
