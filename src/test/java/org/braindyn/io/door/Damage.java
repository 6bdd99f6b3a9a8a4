package org.braindyn.io.door;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.braindyn.data.BadInput;
import org.braindyn.data.Seed;

/** Damages a file in many ways; its reader must answer every time, in a sentence or with values. */
public final class Damage {
  private static final int[] ODD = {0, 0xff, 0x7f, 0x80, 1, '<', '"', '-', '9'};

  /** Memory that a reader may take, all in all, for a small file: libraries need some of it. */
  private static final long MOST_BYTES = 64L << 20;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static volatile long largest;

  private Damage() {}

  /** Most bytes that one reading has taken since this was last asked for. */
  public static long largest() {
    long found = largest;
    largest = 0;
    return found;
  }

  /** Reads a file; returns how many values it took into memory. */
  @FunctionalInterface
  public interface Reader {
    /** Number of values read. */
    long read(Path file) throws IOException;
  }

  /**
   * Overwrites bytes, repeats and cuts pieces.
   *
   * @param head bytes from the start that are damaged most often (the header)
   * @param mostValues how many values the reader may make of one byte of the file
   * @return how many of the damaged files were readable
   */
  public static int mutations(
      Path file, byte[] whole, int head, int count, double mostValues, Reader reader) {
    Seed.Stream random = Seed.of(14).stream("damage");
    int[] readable = new int[1];
    assertTimeoutPreemptively(
        Duration.ofSeconds(60 + count / 8),
        () -> {
          for (int k = 0; k < count; k++) {
            byte[] mutant = mutate(whole, head, random);
            replace(file, mutant);
            readable[0] += answers(file, mutant.length, mostValues, reader, "mutation " + k);
          }
        });
    return readable[0];
  }

  /** Cuts the file at every hundredth of its length; none of the pieces may read as the whole. */
  public static void truncations(Path file, byte[] whole, double mostValues, Reader reader)
      throws IOException {
    for (int percent = 1; percent < 100; percent++) {
      byte[] piece = Arrays.copyOf(whole, (int) ((long) whole.length * percent / 100));
      replace(file, piece);
      int read = answers(file, piece.length, mostValues, reader, percent + " %");
      assertTrue(read == 0, "a file cut at " + percent + " % was read without a word");
    }
  }

  /** A new file: some systems flush a file that is overwritten, which takes a millisecond. */
  private static void replace(Path file, byte[] bytes) throws IOException {
    Files.deleteIfExists(file);
    Files.write(file, bytes);
  }

  private static int answers(Path file, int size, double most, Reader reader, String what)
      throws IOException {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    try {
      long values = reader.read(file);
      assertTrue(
          values <= 64 + most * size, what + ": " + values + " values of " + size + " bytes");
      return 1;
    } catch (BadInput e) {
      assertTrue(e.getMessage().length() > 25, what + ": " + e.getMessage());
      return 0;
    } catch (RuntimeException | Error e) {
      throw new AssertionError(what + ": " + e, e);
    } finally {
      long taken = THREADS.getCurrentThreadAllocatedBytes() - before;
      largest = Math.max(largest, taken);
      assertTrue(taken < MOST_BYTES + 100L * size, what + " took " + taken + " bytes of " + size);
    }
  }

  private static byte[] mutate(byte[] whole, int head, Seed.Stream random) {
    byte[] mutant = whole.clone();
    int reach = random.uniform() < 0.7 ? Math.min(head, whole.length) : whole.length;
    int kind = random.integer(4);
    if (kind < 2) {
      for (int i = 0; i <= random.integer(6); i++) {
        int to = kind == 0 ? random.integer(256) : ODD[random.integer(ODD.length)];
        mutant[random.integer(reach)] = (byte) to;
      }
    } else if (kind == 2) {
      return Arrays.copyOf(mutant, random.integer(mutant.length + 100));
    } else {
      int from = random.integer(reach);
      int to = random.integer(reach);
      int n = Math.min(random.integer(40), whole.length - Math.max(from, to));
      System.arraycopy(whole, from, mutant, to, n);
    }
    return mutant;
  }
}
