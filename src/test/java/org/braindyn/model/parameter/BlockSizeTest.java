package org.braindyn.model.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A batch keeps four threads busy, and a block no larger than what the way back can keep. */
class BlockSizeTest {
  /** Bytes that 4 stages of 10 steps keep per row: 2 x 128 activations, inputs, two messages. */
  private static final long KEPT = 40L * (256 + 33 + 32) * 4;

  @ParameterizedTest
  @EnumSource(Variant.class)
  void blocksAreManyAndFit(Variant variant) {
    for (int regions : new int[] {1, 19, 94, 300, 400, 501, 799, 1000, 4000}) {
      for (int batch : new int[] {1, 3, 8, 16, 64, 256}) {
        int windows = BlockSize.windows(batch, regions, variant);
        assertTrue(windows >= 1 && windows <= batch, windows + " of " + batch);
        int blocks = (batch + windows - 1) / windows;
        boolean small = batch * regions < 4 * 128;
        assertTrue(small || blocks >= Math.min(batch, 4), blocks + " blocks of " + batch);
        long rows = (long) windows * regions;
        boolean one = windows == 1;
        boolean kept = variant != Variant.CONTINUOUS || rows * KEPT < 64L << 20;
        assertTrue(one || kept, rows + " rows of " + regions + " regions");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(value = Variant.class, names = "CONTINUOUS")
  void oneProductForTwoWindowsOfFourHundredRegions(Variant variant) {
    assertEquals(2, BlockSize.windows(8, 400, variant));
  }
}
