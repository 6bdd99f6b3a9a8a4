package org.braindyn.kernel.linalg;

/** What is done in C = alpha op(A) op(B) + beta C. */
record Product(boolean transposeA, boolean transposeB, double alpha, double beta) {
  /** C = A B. */
  static final Product PLAIN = new Product(false, false, 1, 0);
}
