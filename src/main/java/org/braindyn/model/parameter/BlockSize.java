package org.braindyn.model.parameter;

/**
 * How a batch is cut: windows per block and rows per block. Never depends on the number of threads.
 */
public final class BlockSize {
  private static final int BLOCKS = 16;
  // Messages at every stage: fewer, wider blocks save calls.
  private static final int BLOCKS_CONTINUOUS = 8;
  private static final int FEWEST_ROWS = 128;
  // So many rows are cut into whole pieces with little rest, if that leaves blocks for four
  // threads.
  private static final int BETTER_ROWS = 304;
  // One product with the adjacency matrix serves all windows of a block; what so many rows keep
  // for the way back still fits (FieldMemory).
  private static final int MOST_ROWS_CONTINUOUS = 1000;
  private static final int ENOUGH_ROWS_CONTINUOUS = 400;
  private static final int FEWEST_BLOCKS = 4;
  private static final int MOST_ROWS = 4096;
  private static final int ROWS_IN_CACHE = 96;

  private BlockSize() {}

  /** Windows that one engine takes at once. */
  public static int windows(int batch, int regions, Variant variant) {
    int blocks = variant == Variant.CONTINUOUS ? BLOCKS_CONTINUOUS : BLOCKS;
    int spread = (batch + blocks - 1) / blocks;
    int wanted =
        variant == Variant.CONTINUOUS
            ? Math.min(MOST_ROWS_CONTINUOUS, Math.max(ENOUGH_ROWS_CONTINUOUS, 2 * regions))
                / regions
            : (BETTER_ROWS + regions - 1) / regions;
    int better = Math.min(wanted, (batch + FEWEST_BLOCKS - 1) / FEWEST_BLOCKS);
    int enough = Math.max((FEWEST_ROWS + regions - 1) / regions, better);
    int rows = variant == Variant.CONTINUOUS ? MOST_ROWS_CONTINUOUS : MOST_ROWS;
    int most = Math.max(1, rows / regions);
    return Math.max(1, Math.min(Math.min(Math.max(spread, enough), most), batch));
  }

  /**
   * Rows that go through a layer at once, near what suits the cache; if not all, then a multiple of
   * {@link Rows#STEP}.
   */
  public static int rows(int rows) {
    int blocks = Math.max(1, Math.round((float) rows / ROWS_IN_CACHE));
    int even = (rows + blocks - 1) / blocks;
    return blocks == 1 ? rows : (even + Rows.STEP - 1) / Rows.STEP * Rows.STEP;
  }
}
