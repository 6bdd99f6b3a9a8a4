package org.braindyn.fiji.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TimeLeftTest {
  private static final long SECOND = 1_000_000_000L;
  private final TimeLeft left = new TimeLeft(0);

  @Test
  void saysNothingTooEarly() {
    assertEquals("", left.words(0.5, 2 * SECOND));
    assertEquals("", left.words(0.01, 10 * SECOND));
    assertEquals("", left.words(1, 10 * SECOND));
  }

  @Test
  void guessesFromWhatHasPassed() {
    assertEquals(", about 30 s left", left.words(0.25, 10 * SECOND));
    assertEquals(", about 5 min left", left.words(0.25, 100 * SECOND));
    assertEquals(", about 3 h left", left.words(0.25, 3600 * SECOND));
  }
}
