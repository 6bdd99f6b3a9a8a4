package org.braindyn.kernel;

import java.util.Locale;
import org.braindyn.data.Precision;

/**
 * The machine's measured peak of float products on one thread, for the share that a model reaches.
 */
public final class ProductBenchmark {
  private ProductBenchmark() {}

  /** Best of a large product and of small ones as the model uses them. */
  public static String peak() {
    if (Kernel.message() != null) {
      return Kernel.message();
    }
    return String.format(
        Locale.ROOT,
        "float products, one thread: 1024^3 %.0f, 96 x 128 x 129 %.0f, its reverses %.0f and %.0f"
            + " Gflop/s",
        measure(1024, 1024, 1024, 0),
        measure(96, 128, 129, 0),
        measure(96, 129, 128, 1),
        measure(129, 128, 96, 2));
  }

  private static double measure(int m, int n, int k, int way) {
    double best = Double.MAX_VALUE;
    try (Kernel kernel = Kernel.best(Precision.FLOAT)) {
      Panel a = kernel.panel(m * k);
      Panel b = kernel.panel(n * k);
      Panel c = kernel.panel(m * n);
      double operations = 2.0 * m * n * k;
      int repeats = (int) Math.max(1, 2e8 / operations);
      for (int i = 0; i < 20; i++) {
        long start = System.nanoTime();
        for (int r = 0; r < repeats; r++) {
          switch (way) {
            case 0 -> kernel.multiply(m, n, k, a, 0, b, 0, c, 0);
            case 1 -> kernel.multiplyByTransposed(m, n, k, a, 0, b, 0, c, 0);
            default -> kernel.multiplyTransposed(m, n, k, a, 0, b, 0, 1, c);
          }
        }
        best = Math.min(best, (System.nanoTime() - start) / operations / repeats);
      }
    }
    return 1 / best;
  }
}
