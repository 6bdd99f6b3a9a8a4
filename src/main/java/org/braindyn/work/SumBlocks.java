package org.braindyn.work;

/** How many items are summed one after the other before sums are added in pairs. */
public final class SumBlocks {
  private static final int FEWEST = 4;
  private static final long BYTES = 8L << 20;

  private SumBlocks() {}

  /**
   * A number of items. Large sums get large blocks, since some of them wait for their neighbours.
   * It depends on the sums' size alone, so that every engine adds in the same order.
   *
   * @param bytes of one sum
   */
  public static int of(long bytes) {
    return (int) Math.max(FEWEST, Math.min(1 << 20, bytes / BYTES));
  }
}
