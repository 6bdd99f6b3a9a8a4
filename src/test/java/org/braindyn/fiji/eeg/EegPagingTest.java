package org.braindyn.fiji.eeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Pages stay within the recording. */
class EegPagingTest {
  @Test
  void pagesEndWhereTheRecordingEnds() {
    EegPaging first = new EegPaging(0, 10, 47);
    assertEquals(0, first.turned(-1).start());
    assertEquals(10, first.turned(1).start());
    assertEquals(37, first.at(40).start(), "the last page is full");
    assertFalse(first.at(40).more());
    assertTrue(first.more());
    assertEquals(5, first.turned(0.5).start());
    assertEquals(17, first.at(30).of(30).start());
    assertEquals(0, new EegPaging(5, 60, 47).start(), "a page longer than the recording");
  }
}
