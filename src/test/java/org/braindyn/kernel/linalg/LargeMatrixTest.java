package org.braindyn.kernel.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.ForkJoinPool;
import org.braindyn.data.BadInput;
import org.braindyn.data.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tiles against the small matrices' arithmetic in plain Java. */
class LargeMatrixTest {
  private static final int[] SIZES = {1, 5, 128, 130, 300, 421};

  private static Matrix random(int rows, int columns) {
    Seed.Stream random = Seed.of(rows * 31L + columns).stream("matrix");
    Matrix result = new Matrix(rows, columns);
    for (int i = 0; i < rows * columns; i++) {
      result.values()[i] = random.gaussian();
    }
    return result;
  }

  private static Matrix positive(int n) {
    Matrix a = new Matrix(n, n);
    Products.addGram(JavaBackend.INSTANCE, random(n, n), 1, a);
    a.addToDiagonal(n);
    return a.mirrorLower();
  }

  private static LargeMatrix large(boolean natively, Matrix m) {
    return LargeMatrix.of(natively && NativeBackend.usable(), m);
  }

  private static void assertSame(Matrix expected, LargeMatrix found, double tolerance) {
    for (int i = 0; i < found.rows(); i++) {
      assertArrayEquals(expected.toRows()[i], found.row(i), tolerance, "row " + i);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void gatheredRows(boolean natively) {
    Matrix source = random(9, 140);
    Matrix other = random(6, 140);
    int[] from = {7, 0, 3};
    int[] rows = {5, 1};
    boolean used = natively && NativeBackend.usable();
    LargeMatrix target = large(natively, other);
    try (GatheredRows gathered = new GatheredRows(used, 4, 3, 140)) {
      gathered.gather(large(natively, source), from);
      Matrix gram = gathered.gram();
      Matrix products = gathered.products(target, rows);
      gathered.addTo(target, rows, products);
      for (int k = 0; k < from.length; k++) {
        for (int j = 0; j <= k; j++) {
          assertEquals(dot(source, from[k], source, from[j]), gram.get(k, j), 1e-11);
        }
        for (int i = 0; i < rows.length; i++) {
          assertEquals(dot(source, from[k], other, rows[i]), products.get(k, i), 1e-11);
        }
      }
      Matrix expected = other.copy();
      for (int i = 0; i < rows.length; i++) {
        for (int k = 0; k < from.length; k++) {
          for (int c = 0; c < 140; c++) {
            expected.add(rows[i], c, products.get(k, i) * source.get(from[k], c));
          }
        }
      }
      assertSame(expected, target, 1e-10);
    }
  }

  private static double dot(Matrix a, int i, Matrix b, int j) {
    double sum = 0;
    for (int c = 0; c < a.columns(); c++) {
      sum += a.get(i, c) * b.get(j, c);
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void products(boolean natively) {
    for (int way = 0; way < 4; way++) {
      boolean ta = way % 2 == 1;
      boolean tb = way / 2 == 1;
      Matrix a = ta ? random(70, 300) : random(300, 70);
      Matrix b = tb ? random(260, 70) : random(70, 260);
      Matrix c = random(300, 260);
      LargeMatrix found = large(natively, c);
      LargeProducts.multiply(ta, tb, 0.5, large(natively, a), large(natively, b), -2, found);
      Products.multiply(JavaBackend.INSTANCE, new Product(ta, tb, 0.5, -2), a, b, c);
      assertSame(c, found, 1e-11);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void sumsOfSomeSamples(boolean natively) {
    Matrix x = random(40, 300);
    Matrix y = random(40, 270);
    Matrix first = new Matrix(31, 300, java.util.Arrays.copyOf(x.values(), 31 * 300));
    Matrix firstY = new Matrix(31, 270, java.util.Arrays.copyOf(y.values(), 31 * 270));
    LargeMatrix gram = large(natively, new Matrix(300, 300));
    LargeProducts.addGram(large(natively, x), 31, gram);
    Matrix expected = new Matrix(300, 300);
    Products.addGram(JavaBackend.INSTANCE, first, 1, expected);
    assertSame(expected.mirrorLower(), gram.mirrorLower(), 1e-12);
    LargeMatrix cross = large(natively, new Matrix(270, 300));
    LargeProducts.addCross(large(natively, y), large(natively, x), 31, cross);
    Matrix wanted = new Matrix(270, 300);
    Products.multiply(JavaBackend.INSTANCE, new Product(true, false, 1, 0), firstY, first, wanted);
    assertSame(wanted, cross, 1e-12);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void solvesAndInverts(boolean natively) {
    for (int n : SIZES) {
      Matrix a = positive(n);
      Matrix b = random(n, 140);
      Cholesky expected = Cholesky.inPlace(JavaBackend.INSTANCE, a.copy());
      LargeMatrix lower = large(natively, a);
      lower.change((i, row) -> java.util.Arrays.fill(row, i + 1, n, Double.NaN));
      LargeCholesky factor = LargeCholesky.inPlace(lower);
      LargeMatrix x = large(natively, b);
      factor.solveInPlace(x);
      assertSame(expected.solve(b), x, 1e-12);
      assertSame(expected.inverse(), factor.inverseInPlace(), 1e-12);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void refusesASingularMatrix(boolean natively) {
    int n = 300;
    Matrix x = random(2 * n, n);
    for (int t = 0; t < 2 * n; t++) {
      x.set(t, 200, x.get(t, 3) + x.get(t, 150));
    }
    Matrix a = new Matrix(n, n);
    Products.addGram(x, 1, a);
    assertEquals(
        200,
        assertThrows(NotPositiveDefinite.class, () -> LargeCholesky.inPlace(large(natively, a)))
            .row());
    Matrix none = positive(n);
    none.set(170, 20, Double.NaN);
    assertThrows(NotPositiveDefinite.class, () -> LargeCholesky.inPlace(large(natively, none)));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void someRowsOfAProductAndQuadraticForms(boolean natively) {
    Matrix w = random(23, 300);
    Matrix g = positive(300);
    Matrix expected = new Matrix(23, 300);
    Products.multiply(JavaBackend.INSTANCE, Product.PLAIN, w, g, expected);
    LargeMatrix rows = large(natively, new Matrix(23, 300));
    LargeProducts.multiplyRows(large(natively, w), large(natively, g), 1, 5, rows);
    for (int i = 0; i < 23; i++) {
      double[] wanted = i % 5 == 1 ? expected.toRows()[i] : new double[300];
      assertArrayEquals(wanted, rows.row(i), 1e-10);
    }
    LargeMatrix lower = large(natively, g);
    lower.change((i, row) -> java.util.Arrays.fill(row, i + 1, 300, Double.NaN));
    int[] all = {0, 1, 2, 3, 4};
    LargeMatrix none = large(natively, new Matrix(300, 300));
    LargeMatrix identity = large(natively, Matrix.identity(300));
    QuadraticForms forms = new QuadraticForms(large(natively, w), 5);
    double[] sums = forms.sums(lower, none, all);
    double[] less = forms.sums(lower, identity, new int[] {0, 2, 3, 4});
    for (int p = 0; p < 5; p++) {
      double form = 0;
      double square = 0;
      for (int i = p; i < 23; i += 5) {
        for (int j = 0; j < 300; j++) {
          form += w.get(i, j) * expected.get(i, j);
          square += w.get(i, j) * w.get(i, j);
        }
      }
      assertEquals(form, sums[p], 1e-9 * form);
      assertEquals(p == 1 ? 0 : form - square, less[p], 1e-9 * form);
    }
  }

  @Test
  void singlePrecisionGivesSevenDigits() {
    Matrix a = positive(300);
    LargeMatrix single = LargeMatrix.single(300, 300);
    single.change((i, row) -> System.arraycopy(a.toRows()[i], 0, row, 0, 300));
    LargeMatrix inverse = single.copy();
    LargeCholesky.inPlace(inverse).inverseInPlace();
    LargeMatrix product = single.like(300, 300);
    LargeProducts.multiply(false, false, 1, single, inverse, 0, product);
    assertSame(Matrix.identity(300), product, 1e-4);
    Matrix w = random(20, 300);
    LargeMatrix rows = single.like(20, 300);
    rows.change((i, row) -> System.arraycopy(w.toRows()[i], 0, row, 0, 300));
    LargeMatrix exact = LargeMatrix.of(a);
    LargeMatrix none = new LargeMatrix(300, 300);
    int[] all = {0, 1};
    double[] expected = new QuadraticForms(LargeMatrix.of(w), 2).sums(exact, none, all);
    double[] found = new QuadraticForms(rows, 2).sums(exact, none, all);
    for (int p : all) {
      assertEquals(expected[p], found[p], 1e-6 * expected[p]);
    }
    if (LargeMatrix.singleIsFaster()) {
      rows.write(3, 290, new double[] {1 + 1e-9}, 0, 1);
      assertEquals(1, rows.row(3)[290], "rounded to float");
    }
  }

  @Test
  void combinationsOfRows() {
    Matrix source = random(9, 40);
    Matrix target = random(6, 40);
    Matrix factors = random(2, 3);
    LargeMatrix found = LargeMatrix.of(target);
    int[] from = {7, 0, 4};
    int[] to = {5, 1};
    try (RowCombiner combiner = new RowCombiner(found, 3, 2)) {
      combiner.gather(LargeMatrix.of(source), from);
      combiner.add(factors, found, to);
    }
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 40; j++) {
        for (int k = 0; k < 3; k++) {
          target.add(to[i], j, factors.get(i, k) * source.get(from[k], j));
        }
      }
    }
    assertSame(target, found, 1e-12);
    assertEquals(
        source.get(4, 39), LargeMatrix.of(source).select(from, new int[] {1, 39}).get(2, 1));
  }

  @Test
  void whatFindsNoRoomIsSaidInASentence() {
    String said =
        assertThrows(BadInput.class, () -> new LargeMatrix(2_000_000, 2_000_000)).getMessage();
    assertTrue(said.contains("32000.0 GB") || said.contains("plain Java"), said);
  }

  @Test
  void everyNumberOfThreadsGivesTheSameBytes() throws Exception {
    double[][] results = new double[2][];
    for (int run = 0; run < 2; run++) {
      ForkJoinPool pool = new ForkJoinPool(run == 0 ? 1 : 3);
      try {
        results[run] =
            pool.submit(
                    () -> {
                      LargeMatrix a = LargeMatrix.of(positive(421));
                      LargeMatrix inverse = LargeCholesky.inPlace(a).inverseInPlace();
                      LargeMatrix c = new LargeMatrix(421, 421);
                      LargeProducts.multiply(false, true, 1, inverse, inverse, 0, c);
                      return c.toMatrix().values();
                    })
                .get();
      } finally {
        pool.shutdown();
      }
    }
    assertArrayEquals(results[0], results[1]);
  }
}
