package org.braindyn.kernel.linalg;

/** Checks of shapes: a wrong one is a fault of the program, not of the data. */
final class Shapes {
  private Shapes() {}

  static int square(Matrix a) {
    same(a.rows(), a.columns());
    return a.rows();
  }

  static void same(int expected, int found) {
    if (expected != found) {
      throw new IllegalArgumentException("Matrix shapes differ: " + expected + " and " + found);
    }
  }
}
