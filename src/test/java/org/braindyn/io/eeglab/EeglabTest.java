package org.braindyn.io.eeglab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableDataset;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Channel;
import org.braindyn.data.ChannelRecording;
import org.braindyn.data.Progress;
import org.braindyn.io.door.Damage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Struct;

/** EEGLAB data sets made by hand in both file formats, and what damage does. */
class EeglabTest {
  @TempDir Path dir;

  private static Matrix data(double... columns) {
    Matrix m = Mat5.newMatrix(2, columns.length / 2);
    for (int i = 0; i < columns.length; i++) {
      m.setDouble(i, columns[i]);
    }
    return m;
  }

  private static Struct set(Array data) {
    Struct places = Mat5.newStruct(1, 2);
    places.set("labels", 0, Mat5.newString("Cz"));
    places.set("labels", 1, Mat5.newString("Pz"));
    Struct events = Mat5.newStruct(1, 2);
    events.set("type", 0, Mat5.newScalar(7));
    events.set("latency", 0, Mat5.newScalar(2));
    events.set("type", 1, Mat5.newString("blink"));
    events.set("latency", 1, Mat5.newScalar(1));
    return Mat5.newStruct()
        .set("srate", Mat5.newScalar(100))
        .set("nbchan", Mat5.newScalar(2))
        .set("pnts", Mat5.newScalar(3))
        .set("trials", Mat5.newScalar(1))
        .set("chanlocs", places)
        .set("event", events)
        .set("data", data);
  }

  private Path mat(Struct eeg) throws IOException {
    Path path = dir.resolve("a.set");
    Mat5.writeToFile(Mat5.newMatFile().addArray("EEG", eeg), path.toFile());
    return path;
  }

  private static ChannelRecording read(Path file) throws IOException {
    return new EeglabSet().read(file, Progress.NONE);
  }

  private static void right(ChannelRecording r) {
    assertArrayEquals(new double[] {1, 3, 5}, r.channels().get(0).values());
    assertArrayEquals(new double[] {2, 4, 6}, r.channels().get(1).values());
    assertEquals(100, r.channels().get(0).rate());
  }

  private static void named(ChannelRecording r) {
    right(r);
    assertEquals(List.of("Cz", "Pz"), r.channels().stream().map(Channel::name).toList());
    assertEquals("blink", r.annotations().get(0).text());
    assertEquals("7", r.annotations().get(1).text());
    assertEquals(0.01, r.annotations().get(1).onset(), 1e-12);
  }

  @Test
  void samplesWithinAndBeside() throws IOException {
    named(read(mat(set(data(1, 2, 3, 4, 5, 6)))));
    ByteBuffer b = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 1; i <= 6; i++) {
      b.putFloat(i);
    }
    Files.write(dir.resolve("b.fdt"), b.array());
    named(read(mat(set(Mat5.newString("/home/me/b.fdt")))));
    // Renamed together, as people do.
    Files.move(dir.resolve("b.fdt"), dir.resolve("a.fdt"));
    ChannelRecording renamed = read(mat(set(Mat5.newString("b.fdt"))));
    named(renamed);
    assertTrue(renamed.notes().toString().contains("a.fdt was read"), renamed.notes().toString());
    Files.write(dir.resolve("a.fdt"), new byte[20]);
    BadInput error = assertThrows(BadInput.class, () -> read(dir.resolve("a.set")));
    assertTrue(error.getMessage().contains("20 bytes"), error.getMessage());
  }

  @Test
  void matlab73IsReadToo() throws IOException {
    Path path = dir.resolve("h.set");
    try (WritableHdfFile file = HdfFile.write(path)) {
      WritableGroup eeg = file.putGroup("EEG");
      eeg.putDataset("srate", new double[][] {{100}});
      eeg.putDataset("nbchan", new double[][] {{2}});
      eeg.putDataset("pnts", new double[][] {{3}});
      eeg.putDataset("trials", new double[][] {{1}});
      // MATLAB's 2 x 3 is 3 x 2 in HDF5.
      eeg.putDataset("data", new float[][] {{1, 2}, {3, 4}, {5, 6}});
      WritableDataset empty = eeg.putDataset("chanlocs", new long[] {0, 0});
      empty.putAttribute("MATLAB_empty", 1);
    }
    ChannelRecording r = read(path);
    right(r);
    assertEquals("EEG 000", r.channels().get(0).name());
    assertTrue(r.notes().toString().contains("numbered"), r.notes().toString());
  }

  @Test
  void contradictionsAreRefused() throws IOException {
    Struct wrong = set(data(1, 2, 3, 4));
    BadInput error = assertThrows(BadInput.class, () -> read(mat(wrong)));
    assertTrue(error.getMessage().contains("2 x 2"), error.getMessage());
    Struct epochs = set(data(1, 2, 3, 4, 5, 6)).set("trials", Mat5.newScalar(3));
    error = assertThrows(BadInput.class, () -> read(mat(epochs)));
    assertTrue(error.getMessage().contains("3 epochs"), error.getMessage());
    Struct none = Mat5.newStruct().set("x", Mat5.newScalar(1));
    error = assertThrows(BadInput.class, () -> read(mat(none)));
    assertTrue(error.getMessage().contains("Is it an EEGLAB data set?"), error.getMessage());
  }

  @Test
  void tenThousandDamagedDataSets() throws IOException {
    Path file = mat(set(data(1, 2, 3, 4, 5, 6)));
    byte[] whole = Files.readAllBytes(file);
    Damage.Reader reader =
        f -> {
          ChannelRecording r = read(f);
          return (long) r.channels().size() * r.channels().get(0).values().length;
        };
    int read = Damage.mutations(file, whole, whole.length, 10_000, 1, reader);
    assertTrue(read > 100 && read < 9900, read + " of 10 000");
    Damage.truncations(file, whole, 1, reader);
  }
}
