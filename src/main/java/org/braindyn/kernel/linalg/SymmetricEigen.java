package org.braindyn.kernel.linalg;

import org.braindyn.data.BadInput;

/**
 * A = V diag(values) V' of a symmetric matrix (LAPACK dsyevd, divide and conquer).
 *
 * @param values eigenvalues, rising
 * @param vectors eigenvector k in column k, of length 1, its entry of largest magnitude positive
 */
public record SymmetricEigen(double[] values, Matrix vectors) {
  /**
   * Decomposes a copy.
   *
   * @param a symmetric; only the lower triangle is read
   * @throws BadInput if a value is not a finite number
   */
  public static SymmetricEigen of(Matrix a) {
    return of(Backend.best(), a);
  }

  static SymmetricEigen of(Backend backend, Matrix a) {
    int size = Shapes.square(a);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        if (!Double.isFinite(a.get(i, j))) {
          throw new BadInput(
              "A matrix of products holds "
                  + a.get(i, j)
                  + " in row "
                  + (i + 1)
                  + ". Look for regions without a value in the data.");
        }
      }
    }
    Matrix vectors = a.copy();
    double[] values = new double[size];
    backend.eigen(vectors, values);
    for (int k = 0; k < size; k++) {
      double largest = 0;
      for (int i = 0; i < size; i++) {
        double v = vectors.get(i, k);
        largest = Math.abs(v) > Math.abs(largest) ? v : largest;
      }
      for (int i = 0; i < size && largest < 0; i++) {
        vectors.set(i, k, -vectors.get(i, k));
      }
    }
    return new SymmetricEigen(values, vectors);
  }
}
