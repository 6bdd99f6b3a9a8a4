package org.braindyn.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MedianTest {
  @Test
  void theMeanOfTheTwoInTheMiddle() {
    double[] values = {4, 1, 3, 2};
    assertEquals(2.5, Median.of(values));
    assertArrayEquals(new double[] {4, 1, 3, 2}, values, "the numbers stay in their order");
    assertEquals(3, Median.of(9, 3, 1));
    assertEquals(7, Median.of(7));
    assertEquals(1.5, Median.ofSorted(new double[] {1, 2, 50}, 2));
    assertEquals(Double.NaN, Median.of());
    assertEquals(Double.NaN, Median.of(1, Double.NaN, 2));
  }
}
