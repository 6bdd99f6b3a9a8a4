package org.braindyn.io.nifti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Seed;
import org.braindyn.data.Volume4D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Damaged files end in a message: no hang, no exhausted memory, no other exception. */
class NiftiRobustnessTest {
  @TempDir Path dir;

  private static void readAll(Path path) throws IOException {
    NiftiVolume image = Nifti.open(path);
    double[] frame = new double[image.grid().voxels()];
    try (Volume4D.FrameReader reader = image.open()) {
      for (int t = 0; t < image.frames(); t++) {
        reader.next(frame);
      }
    }
  }

  @ParameterizedTest(name = "NIfTI-2 {0}, gz {1}")
  @CsvSource({"false,false", "false,true", "true,false", "true,true"})
  void everyTruncationIsAnError(boolean two, boolean gz) throws IOException {
    NiftiBytes file = new NiftiBytes();
    file.two = two;
    file.dim = new int[] {4, 9, 8, 7, 11, 1, 1, 1};
    byte[] whole = gz ? zip(file.file()) : file.file();
    Path path = dir.resolve(gz ? "a.nii.gz" : "a.nii");
    Files.write(path, whole);
    readAll(path);
    for (int percent = 0; percent < 100; percent++) {
      Files.write(path, Arrays.copyOf(whole, whole.length * percent / 100));
      assertThrows(BadInput.class, () -> readAll(path), percent + " %");
    }
    Files.write(path, Arrays.copyOf(whole, whole.length - 1));
    assertThrows(BadInput.class, () -> readAll(path), "last byte");
  }

  @Test
  void aChangedByteInAGzipIsFoundByItsChecksum() throws IOException {
    byte[] whole = zip(new NiftiBytes().file());
    whole[whole.length - 6] ^= 1;
    Path path = Files.write(dir.resolve("a.nii.gz"), whole);
    String message = assertThrows(BadInput.class, () -> readAll(path)).getMessage();
    assertTrue(message.contains("damaged"), message);
  }

  @ParameterizedTest(name = "NIfTI-2 {0}")
  @CsvSource({"false", "true"})
  void headerMutationsAreReadOrRefused(boolean two) throws IOException {
    NiftiBytes file = new NiftiBytes();
    file.two = two;
    byte[] good = file.file();
    Seed.Stream random = Seed.of(3).stream("mutations");
    int[] counts = new int[2];
    Path path = Files.write(dir.resolve("m.nii"), good);
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (int k = 0; k < 5000; k++) {
            byte[] bytes = good.clone();
            int changes = 1 + random.integer(6);
            for (int c = 0; c < changes; c++) {
              bytes[random.integer(two ? 544 : 352)] = (byte) random.integer(256);
            }
            // Rewritten in place: making a new file each time takes most of the time.
            try (RandomAccessFile open = new RandomAccessFile(path.toFile(), "rw")) {
              open.write(bytes);
            }
            try {
              readAll(path);
              counts[0]++;
            } catch (BadInput e) {
              assertTrue(e.getMessage().contains("m.nii"), e.getMessage());
              counts[1]++;
            }
          }
        });
    assertEquals(5000, counts[0] + counts[1]);
    assertTrue(counts[0] > 100 && counts[1] > 100, Arrays.toString(counts));
    try (var files = Files.list(dir)) {
      assertEquals(1, files.count(), "nothing else is written");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aSmallGzipCannotClaimMoreThanItHolds() throws IOException {
    NiftiBytes file = new NiftiBytes();
    file.dim = new int[] {4, 2000, 2000, 400, 100, 1, 1, 1};
    Path path = dir.resolve("bomb.nii.gz");
    Files.write(path, zip(file.header()));
    String message = assertThrows(BadInput.class, () -> Nifti.open(path)).getMessage();
    assertTrue(message.contains("too short"), message);
  }

  private static byte[] zip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gz = new GZIPOutputStream(out)) {
      gz.write(bytes);
    }
    return out.toByteArray();
  }
}
