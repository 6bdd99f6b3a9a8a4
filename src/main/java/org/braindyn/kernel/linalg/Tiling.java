package org.braindyn.kernel.linalg;

import java.util.function.IntConsumer;
import org.braindyn.data.parallel.Parallel;

/** How large problems are cut: by their size alone, never by the number of threads. */
final class Tiling {
  private static final int SMALL = 128;
  private static final int LARGE = 256;

  /** Rows that OpenBLAS takes at a time, at most. */
  private static final int STEP = 16;

  private Tiling() {}

  /** Rows and columns of a tile. */
  static int size(int n) {
    return even(n, n < 8 * LARGE ? SMALL : LARGE);
  }

  /**
   * Rows and columns of a tile of a product: large ones are packed less often, and two dozen of
   * them keep several cores busy.
   */
  static int product(int n) {
    return even(n, n < 8 * LARGE ? 2 * SMALL : 3 * LARGE);
  }

  /** As many tiles, but of nearly the same size: the work of each is over at the same time. */
  private static int even(int n, int most) {
    int tiles = Math.max(1, count(n, most));
    return Math.min(most, ((n + tiles - 1) / tiles + STEP - 1) / STEP * STEP);
  }

  /** Tiles of so many rows. */
  static int count(int n, int tile) {
    return (n + tile - 1) / tile;
  }

  /** Runs independent tasks, several at once. */
  static void run(int tasks, IntConsumer task) {
    Parallel.each(tasks, task);
  }
}
