package org.braindyn.kernel.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.braindyn.data.BadInput;
import org.braindyn.data.Seed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One contract, held by OpenBLAS and by plain Java, against Apache Commons Math. */
class LinearAlgebraTest {
  private static final int[] SIZES = {1, 2, 7, 64, 150};

  static List<Backend> backends() {
    return NativeBackend.usable()
        ? List.of(NativeBackend.INSTANCE, JavaBackend.INSTANCE)
        : List.of(JavaBackend.INSTANCE);
  }

  private static Matrix random(int rows, int columns) {
    Seed.Stream random = Seed.of(rows * 31L + columns).stream("matrix");
    Matrix result = new Matrix(rows, columns);
    for (int i = 0; i < rows * columns; i++) {
      result.values()[i] = random.gaussian();
    }
    return result;
  }

  private static RealMatrix commons(Matrix m) {
    return new Array2DRowRealMatrix(m.toRows(), false);
  }

  private static void assertSame(RealMatrix expected, Matrix found, double tolerance) {
    for (int i = 0; i < found.rows(); i++) {
      assertArrayEquals(expected.getRow(i), found.toRows()[i], tolerance, "row " + i);
    }
  }

  private static Matrix positive(int n) {
    Matrix x = random(2 * n + 3, n);
    return Matrix.of(commons(x).transpose().multiply(commons(x)).getData());
  }

  /** The same with an upper triangle that nobody may read. */
  private static Matrix lowerOnly(Matrix a) {
    Matrix result = a.copy();
    for (int i = 0; i < a.rows(); i++) {
      for (int j = i + 1; j < a.rows(); j++) {
        result.set(i, j, Double.NaN);
      }
    }
    return result;
  }

  @ParameterizedTest
  @MethodSource("backends")
  void products(Backend backend) {
    for (int n : SIZES) {
      for (int way = 0; way < 4; way++) {
        boolean ta = way % 2 == 1;
        boolean tb = way / 2 == 1;
        Matrix a = ta ? random(n + 3, n) : random(n, n + 3);
        Matrix b = tb ? random(n + 1, n + 3) : random(n + 3, n + 1);
        Matrix c = random(n, n + 1);
        RealMatrix left = ta ? commons(a).transpose() : commons(a);
        RealMatrix right = tb ? commons(b).transpose() : commons(b);
        RealMatrix expected =
            left.multiply(right).scalarMultiply(0.5).add(commons(c).scalarMultiply(-2));
        Products.multiply(backend, new Product(ta, tb, 0.5, -2), a, b, c);
        assertSame(expected, c, 1e-11);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("backends")
  void aProductReplacesWhatWasThereEvenIfItWasNoNumber(Backend backend) {
    Matrix c = new Matrix(1, 1, new double[] {Double.NaN});
    Matrix two = new Matrix(1, 1, new double[] {2});
    Products.multiply(backend, new Product(false, false, 1, 0), two, two, c);
    assertEquals(4, c.get(0, 0));
  }

  @ParameterizedTest
  @MethodSource("backends")
  void gramMatricesAddToTheLowerTriangleAlone(Backend backend) {
    for (int n : SIZES) {
      Matrix x = random(n + 5, n);
      Matrix c = random(n, n);
      RealMatrix expected =
          commons(x).transpose().multiply(commons(x)).scalarMultiply(0.25).add(commons(c));
      Matrix found = c.copy();
      Products.addGram(backend, x, 0.25, found);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          double wanted = j <= i ? expected.getEntry(i, j) : c.get(i, j);
          assertEquals(wanted, found.get(i, j), 1e-12);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("backends")
  void aSymmetricProductReadsTheLowerTriangle(Backend backend) {
    for (int n : SIZES) {
      Matrix s = positive(n);
      Matrix b = random(n, 9);
      Matrix c = new Matrix(n, 9);
      backend.symmetricMultiply(lowerOnly(s), b, c);
      assertSame(commons(s).multiply(commons(b)), c, 1e-9);
    }
  }

  @ParameterizedTest
  @MethodSource("backends")
  void choleskySolvesInvertsAndKnowsTheDeterminant(Backend backend) {
    for (int n : SIZES) {
      Matrix a = positive(n);
      Matrix b = random(n, 4);
      Cholesky factor = Cholesky.inPlace(backend, lowerOnly(a));
      LUDecomposition expected = new LUDecomposition(commons(a));
      assertSame(expected.getSolver().solve(commons(b)), factor.solve(b), 1e-10);
      double determinant = 0;
      for (int i = 0; i < n; i++) {
        determinant += Math.log(expected.getU().getEntry(i, i));
      }
      assertEquals(determinant, factor.logDeterminant(), 1e-8);
      assertSame(expected.getSolver().getInverse(), factor.inverse(), 1e-10);
      assertSame(expected.getSolver().getInverse(), factor.inverseInPlace(), 1e-10);
    }
  }

  @ParameterizedTest
  @MethodSource("backends")
  void copiedAndConstantRegionsAreRefusedInASentence(Backend backend) {
    Matrix x = random(40, 6);
    for (int t = 0; t < 40; t++) {
      x.set(t, 4, 3 * x.get(t, 1) - x.get(t, 2)); // a mixture of others
    }
    Matrix mixture = new Matrix(6, 6);
    Products.addGram(backend, x, 1, mixture);
    assertEquals(4, refused(backend, mixture).row());
    Matrix few = new Matrix(6, 6);
    Products.addGram(backend, random(3, 6), 1, few);
    assertEquals(3, refused(backend, few).row(), "three samples cannot tell six unknowns");
    Matrix constant = Matrix.identity(6);
    constant.set(2, 2, 0);
    assertEquals(2, refused(backend, constant).row());
    Matrix none = Matrix.identity(3);
    none.set(1, 1, Double.NaN);
    assertEquals(1, refused(backend, none).row());
  }

  private static NotPositiveDefinite refused(Backend backend, Matrix a) {
    NotPositiveDefinite e =
        assertThrows(NotPositiveDefinite.class, () -> Cholesky.inPlace(backend, a.copy()));
    assertTrue(e.getMessage().contains("number " + (e.row() + 1) + " is constant"));
    assertTrue(e.getMessage().contains("Use more samples"));
    return e;
  }

  @ParameterizedTest
  @MethodSource("backends")
  void luSolvesWhatNeedsPivots(Backend backend) {
    for (int n : SIZES) {
      Matrix a = random(n, n);
      a.set(0, 0, n == 1 ? 2 : 0);
      Matrix b = random(n, 3);
      LUDecomposition expected = new LUDecomposition(commons(a));
      Lu lu = Lu.of(backend, a);
      assertSame(expected.getSolver().solve(commons(b)), lu.solve(b), 1e-8);
      double determinant = expected.getDeterminant();
      assertEquals(1, lu.determinant() / determinant, 1e-9);
      assertSame(expected.getSolver().getInverse(), lu.inverse(), 1e-8);
    }
    Matrix singular = new Matrix(2, 2, new double[] {1, 2, 2, 4});
    assertTrue(
        assertThrows(SingularMatrix.class, () -> Lu.of(backend, singular))
            .getMessage()
            .contains("no unique solution"));
  }

  @ParameterizedTest
  @MethodSource("backends")
  void eigenvectorsRebuildTheMatrix(Backend backend) {
    for (int n : SIZES) {
      Matrix a = positive(n);
      SymmetricEigen eigen = SymmetricEigen.of(backend, lowerOnly(a));
      RealMatrix v = commons(eigen.vectors());
      RealMatrix d =
          org.apache.commons.math3.linear.MatrixUtils.createRealDiagonalMatrix(eigen.values());
      assertSame(v.multiply(d).multiply(v.transpose()), a, 1e-9);
      assertSame(v.transpose().multiply(v), Matrix.identity(n), 1e-12);
      for (int k = 1; k < n; k++) {
        assertTrue(eigen.values()[k] >= eigen.values()[k - 1]);
      }
    }
    Matrix none = new Matrix(1, 1, new double[] {Double.NaN});
    assertThrows(BadInput.class, () -> SymmetricEigen.of(backend, none));
  }
}
