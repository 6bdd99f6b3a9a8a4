package org.braindyn.kernel;

import java.util.Locale;
import org.braindyn.data.Precision;

/** Time from nothing to the first product: loading, checking, starting ND4J. A Java of its own. */
public final class StartBenchmark {
  private StartBenchmark() {}

  /** Runs the benchmark. */
  public static void main(String[] arguments) {
    long start = System.nanoTime();
    try (Kernel kernel = Kernel.best(Precision.FLOAT)) {
      Panel panel = kernel.panel(64 * 64);
      kernel.multiply(64, 64, 64, panel, 0, panel, 0, kernel.panel(64 * 64), 0);
    }
    System.out.printf(
        Locale.ROOT,
        "kernel's start: %.2f s; arrays: %s%n",
        (System.nanoTime() - start) * 1e-9,
        Kernel.arrays() == null ? "ND4J's" : Kernel.arrays());
  }
}
