package org.braindyn.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallProductsTest {
  @ParameterizedTest
  @ValueSource(strings = {"SkylakeX", "skylakex", "Cooperlake", "SAPPHIRERAPIDS", "", " "})
  void routinesForAvx512AreTakenWhereTheEnvironmentAsksForNoOthers(String asked) {
    assertFalse(SmallProducts.narrow(asked));
    assertFalse(SmallProducts.narrow(null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Haswell", "Zen", "Prescott", "Skylake"})
  void olderRoutinesDoNotSkipPacking(String asked) {
    assertTrue(SmallProducts.narrow(asked));
  }

  @Test
  void piecesCoverEveryRowOnceUnlessTheRestIsLong() {
    assertEquals(64, SmallProducts.start(64, 80), "16 rows are left: a piece of their own");
    assertEquals(52, SmallProducts.start(64, 84), "20 are left: with 12 again, a full piece");
  }
}
