package org.braindyn.kernel;

import java.util.List;
import org.braindyn.kernel.math.Processor;

/**
 * Where OpenBLAS multiplies small float matrices faster than large ones: with its routines for
 * AVX-512 it skips packing for products of up to 10^6 multiplications, and 32 rows at a time run
 * 1.4 times as fast as 128 at once; with those for AVX2 the whole product is a quarter faster
 * (docs/performance.md). Decided by the processor and the environment, not by timing, so that
 * results repeat.
 */
final class SmallProducts {
  /** Rows at a time. */
  static final int ROWS = 32;

  private static final List<String> WIDE = List.of("SkylakeX", "Cooperlake", "SapphireRapids");

  /** True if the processor has what it takes and OpenBLAS may use it. */
  static final boolean FASTER =
      Processor.wideVectors() && !narrow(System.getenv("OPENBLAS_CORETYPE"));

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

  /**
   * Whether the environment tells OpenBLAS to compute with routines of before AVX-512; by itself it
   * takes those of Skylake X and later for Intel's and AMD's (Zen 4, Zen 5) alike.
   *
   * @param asked value of OPENBLAS_CORETYPE, null if there is none
   */
  static boolean narrow(String asked) {
    return asked != null && !asked.isBlank() && WIDE.stream().noneMatch(asked::equalsIgnoreCase);
  }
}
