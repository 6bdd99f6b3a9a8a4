package org.braindyn.io.connectome;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.braindyn.data.BadInput;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.io.arrays.Npz;
import org.braindyn.io.door.Connectome;
import org.braindyn.io.door.ConnectomeDoor;
import org.braindyn.io.door.Damage;
import org.braindyn.io.door.Doors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.Matrix;

/** The same 2 x 2 matrix through every door, and what damage does. */
class ConnectomeTest {
  private static final double[][] TRUE = {{0, 1.5}, {2, 0}};
  private static final List<String> NAMES = List.of("Vis", "Mot");

  @TempDir Path dir;

  private static Connectome read(Path file) throws IOException {
    return Doors.require(ConnectomeDoor.class, file, "weights").read(file, "");
  }

  private static void right(Connectome c, boolean named) {
    assertArrayEquals(TRUE[0], c.weights()[0]);
    assertArrayEquals(TRUE[1], c.weights()[1]);
    assertEquals(named, c.named());
    if (named) {
      assertEquals(NAMES, c.regions().names());
    }
  }

  private Path zip(String name, Map<String, String> entries) throws IOException {
    Path path = dir.resolve(name);
    try (OutputStream out = Files.newOutputStream(path);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return path;
  }

  private Path tvb(String name) throws IOException {
    return zip(
        name, Map.of("x/weights.txt", "0 2\n1.5 0\n", "x/centres.txt", "Vis 1 2 3\nMot 4 5 6\n"));
  }

  @Test
  void everyDoorGivesTheSameMatrix() throws IOException {
    right(read(tvb("a.zip")), true);
    String table = "\tVis\tMot\nVis\t0\t1.5\nMot\t2\t0\n";
    right(read(Files.writeString(dir.resolve("a.tsv"), table)), true);
    right(read(Files.writeString(dir.resolve("b.csv"), "Vis,Mot\n0,1.5\n2,0\n")), true);
    right(read(Files.writeString(dir.resolve("c.txt"), "0 1.5\n2 0\n")), false);
    Matrix m = Mat5.newMatrix(2, 2);
    m.setDouble(0, 1, 1.5);
    m.setDouble(1, 0, 2);
    Cell names = Mat5.newCell(1, 2);
    names.set(0, Mat5.newString("Vis"));
    names.set(1, Mat5.newString("Mot"));
    Path mat = dir.resolve("a.mat");
    Mat5.writeToFile(Mat5.newMatFile().addArray("CIJ", m).addArray("labels", names), mat.toFile());
    right(read(mat), true);
    Path npz = dir.resolve("a.npz");
    NpyArray weights = NpyArray.of(new double[] {0, 1.5, 2, 0}, 2, 2);
    Npz.write(npz, Map.of("w", weights, "names", NpyArray.of("Vis\nMot")));
    right(read(npz), true);
    Path h5 = dir.resolve("a.h5");
    try (WritableHdfFile file = HdfFile.write(h5)) {
      file.putDataset("w", TRUE);
      file.putDataset("names", new String[] {"Vis", "Mot"});
    }
    right(read(h5), true);
    Path tvb = dir.resolve("tvb.h5");
    try (WritableHdfFile file = HdfFile.write(tvb)) {
      file.putDataset("weights", new double[][] {{0, 2}, {1.5, 0}});
      file.putDataset("tract_lengths", new double[][] {{0, 9}, {9, 0}});
      file.putDataset("region_labels", new String[] {"Vis", "Mot"});
    }
    right(read(tvb), true);
  }

  @Test
  void namesThatDisagreeAndTwoArchivesInOneAreRefused() throws IOException {
    Path table = Files.writeString(dir.resolve("a.csv"), ",Vis,Mot\nMot,0,1\nVis,2,0\n");
    BadInput error = assertThrows(BadInput.class, () -> read(table));
    assertTrue(error.getMessage().contains("named otherwise"), error.getMessage());
    Path two = zip("b.zip", Map.of("x/weights.txt", "1", "y/weights.txt", "1"));
    assertThrows(BadInput.class, () -> read(two));
    Path other = zip("c.zip", Map.of("readme.txt", "1"));
    error = assertThrows(BadInput.class, () -> read(other));
    assertTrue(error.getMessage().contains("Unpack it"), error.getMessage());
  }

  @Test
  void namesInAnArchiveThatLeadElsewhereWriteNothing() throws IOException {
    Path evil = zip("e.zip", Map.of("../../weights.txt", "0 2\n1.5 0\n"));
    right(new TvbZip().read(evil, ""), false);
    try (Stream<Path> around = Files.walk(dir.getParent(), 2)) {
      assertFalse(around.anyMatch(p -> p.endsWith("weights.txt")));
    }
  }

  @Test
  void tenThousandDamagedArchives() throws IOException {
    Path file = tvb("m.zip");
    byte[] whole = Files.readAllBytes(file);
    Damage.Reader reader = f -> (long) Math.pow(new TvbZip().read(f, "").weights().length, 2);
    int read = Damage.mutations(file, whole, whole.length, 10_000, 1, reader);
    assertTrue(read > 500 && read < 9900, read + " of 10 000");
    Damage.truncations(file, whole, 1, reader);
  }
}
