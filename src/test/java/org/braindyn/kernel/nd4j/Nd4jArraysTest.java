package org.braindyn.kernel.nd4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.braindyn.data.NamedArray;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

class Nd4jArraysTest {
  @Test
  void sameShapeAndPlacesAndBackAlsoFromAView() {
    NamedArray named = new NamedArray("w", new int[] {2, 3}, new double[] {1, 2, 3, 4, 5, 6});
    try (INDArray array = Nd4jArrays.of(named)) {
      assertArrayEquals(new long[] {2, 3}, array.shape());
      assertEquals(6, array.getDouble(1, 2));
      assertEquals(3, array.getDouble(0, 2));
      array.putScalar(0, 0, 9);
      assertEquals(1, named.values()[0], "a copy was promised");
      NamedArray column =
          Nd4jArrays.back("c", array.get(NDArrayIndex.all(), NDArrayIndex.point(1)));
      assertArrayEquals(new double[] {2, 5}, column.values());
      NamedArray transposed = Nd4jArrays.back("t", array.transpose());
      assertArrayEquals(new double[] {9, 4, 2, 5, 3, 6}, transposed.values());
    }
  }

  @Test
  void aSingleNumber() {
    try (INDArray one = Nd4jArrays.of(new NamedArray("s", new int[0], new double[] {4}))) {
      assertEquals(0, one.rank());
      assertEquals(4, one.getDouble());
    }
  }
}
