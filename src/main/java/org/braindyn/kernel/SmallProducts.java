package org.braindyn.kernel;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where OpenBLAS multiplies small float matrices faster than large ones: with AVX-512 of Intel's
 * processors it skips packing for products of up to 10^6 multiplications, and 32 rows at a time run
 * 1.4 times as fast as 128 at once; on AMD's the whole product is a quarter faster
 * (docs/performance.md). Decided by the processor, not by timing, so that results repeat.
 */
final class SmallProducts {
  /** Rows at a time. */
  static final int ROWS = 32;

  /** True if the processor has what it takes. */
  static final boolean FASTER = wideVectors() && !amd();

  private static final int LIMIT = 1_000_000;
  private static final int FEWEST_COLUMNS = 64;
  private static final int DEPTH = 128;
  private static final int MOST_RESULTS = 1200;

  private SmallProducts() {}

  /** True if OpenBLAS skips packing for the whole product. */
  static boolean small(int m, int n, int k, Block a) {
    return !a.transposed() && (long) m * n * k <= LIMIT;
  }

  /** Inner length at a time: the whole, or what leaves room for enough columns. */
  static int depth(int n, int k) {
    if (most(k) >= Math.min(n, FEWEST_COLUMNS)) {
      return k;
    }
    int pieces = (k + DEPTH - 1) / DEPTH;
    return ((k + pieces - 1) / pieces + 15) / 16 * 16;
  }

  /** Columns at a time that keep a product small. */
  static int columns(int n, int k) {
    int most = most(k);
    if (most >= n) {
      return n;
    }
    int pieces = (n + most - 1) / most;
    int even = ((n + pieces - 1) / pieces + 15) / 16 * 16;
    return Math.min(most, even);
  }

  /**
   * First row of the piece that holds row {@code next}: a long rest takes some rows again, because
   * a full piece is faster than 17 to 31 rows.
   */
  static int start(int next, int rows) {
    return rows - next > ROWS / 2 && rows - next < ROWS ? rows - ROWS : next;
  }

  /**
   * Rows of C at a time where A comes transposed: OpenBLAS multiplies such products without packing
   * only up to 1200 values of C and from an inner length of 32 on, and then twice as fast.
   */
  static int transposedRows(int m, int n, int k) {
    int rows = MOST_RESULTS / n / 16 * 16;
    return rows < 16 || k < 32 || (long) rows * n * k > LIMIT ? m : rows;
  }

  private static int most(int k) {
    return LIMIT / (ROWS * k) / 16 * 16;
  }

  /** Whether AMD made the processor: as Linux and Windows say; Apple never used one. */
  private static boolean amd() {
    String windows = System.getenv("PROCESSOR_IDENTIFIER");
    if (windows != null) {
      return windows.contains("AuthenticAMD");
    }
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("vendor_id"))
          .findFirst()
          .map(line -> line.contains("AuthenticAMD"))
          .orElse(false);
    } catch (IOException | UncheckedIOException | SecurityException e) {
      return false;
    }
  }

  /** What Java itself found out about the processor. */
  private static boolean wideVectors() {
    try {
      HotSpotDiagnosticMXBean vm =
          ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
      return Integer.parseInt(vm.getVMOption("UseAVX").getValue()) >= 3;
    } catch (IllegalArgumentException | NullPointerException | LinkageError e) {
      return false; // not an x86 processor, or another Java: the whole product is right everywhere
    }
  }
}
