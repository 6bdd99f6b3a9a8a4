package org.braindyn.kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ModelVerdictTest {
  @Test
  void saysByHowMuch() {
    ModelVerdict won = ModelVerdict.of(0.41, 0.5, "VAR(1)", "frames that it never saw");
    assertEquals(
        "Better than VAR(1), by 18.0 % (error 0.410 against 0.500 on frames that it never saw).",
        won.sentence());
    assertFalse(won.lost());
    ModelVerdict lost = ModelVerdict.of(0.55, 0.5, "VAR(1)", "people whom it never saw");
    assertEquals(
        "No better than VAR(1): worse by 10.0 % (error 0.550 against 0.500 on people whom it never"
            + " saw).",
        lost.sentence());
    assertTrue(lost.lost());
    assertTrue(ModelVerdict.of(0.5, 0.5, "VAR(1)", "frames").lost(), "equal is not better");
  }
}
