package org.braindyn.kernel;

import java.util.Random;
import org.braindyn.data.Precision;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * The one place that loads ND4J's OpenBLAS, sets it to one thread (blocks run in parallel instead)
 * and checks a few of its products against plain Java before anybody trusts it: one release
 * computes wrong products on some processors. If it is missing or wrong, plain Java is used and
 * {@link #message} says so.
 */
final class NativeLibrary {
  /**
   * Set this system property to "java" to do without the native library, or to "openblas" to do
   * without ND4J.
   */
  static final String PROPERTY = "braindyn.products";

  private static final int[][] CHECKED = {
    {48, 128, 129},
    {32, 64, 18},
    {129, 128, 48},
    {64, 64, 64},
    {200, 65, 33},
    {7, 5, 3},
    {257, 31, 90},
    {96, 1, 129},
    {129, 1, 96},
    {96, 129, 1}
  };

  private static final String MESSAGE = load();

  private NativeLibrary() {}

  /**
   * Who allocates the arrays that products work on: ND4J where its jars are, JavaCPP where only
   * OpenBLAS is. Looked for when the first kernel is made.
   */
  private static final class Owner {
    /** Why ND4J does not own the arrays, a sentence; null if it does. */
    static final String MESSAGE = start();

    private static String start() {
      if ("openblas".equals(System.getProperty(PROPERTY))) {
        return "Arrays lie in OpenBLAS's own memory, as " + PROPERTY + "=openblas asks.";
      }
      try {
        Nd4jMemory.panel(true, 1).close();
        return null;
      } catch (LinkageError | RuntimeException e) {
        return "ND4J is not there or does not start ("
            + e
            + "). Arrays lie in OpenBLAS's own memory instead: the same results, as fast. Scripts"
            + " cannot get them as INDArray; install ND4J's jars for that.";
      }
    }
  }

  /** Why ND4J does not own the arrays, or null if it does. */
  static String arrays() {
    return MESSAGE != null ? MESSAGE : Owner.MESSAGE;
  }

  /** Where new panels come from. */
  static NativeProducts.Memory memory() {
    return Owner.MESSAGE == null ? Nd4jMemory::panel : NativePanel::of;
  }

  /** True if products run natively. */
  static boolean usable() {
    return MESSAGE == null;
  }

  /** Why products run in plain Java, or null if they run natively. */
  static String message() {
    return MESSAGE;
  }

  /** Blocks run in parallel, and results do not depend on the number of threads. */
  static void oneThread() {
    openblas_nolapack.blas_set_num_threads(1);
  }

  private static String load() {
    if ("java".equals(System.getProperty(PROPERTY))) {
      return "Matrix products run in plain Java, as " + PROPERTY + "=java asks.";
    }
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try {
      // In plain ImageJ the plugin's own loader sees the natives, the thread's does not.
      thread.setContextClassLoader(NativeLibrary.class.getClassLoader());
      Loader.load(openblas_nolapack.class);
      oneThread();
      String wrong = check();
      return wrong == null ? null : slow("computes wrong products here (" + wrong + ")");
    } catch (LinkageError | RuntimeException e) {
      return slow("could not be loaded (" + e + ")");
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static String slow(String why) {
    return "The native library OpenBLAS "
        + why
        + ". Matrix products run in plain Java instead: the same results, about half as fast."
        + " Install javacpp and openblas with the natives of this platform.";
  }

  /** The first product that differs from plain Java, or null. */
  private static String check() {
    for (Precision precision : Precision.values()) {
      boolean single = precision == Precision.FLOAT;
      Products plain = single ? new FloatProducts() : new DoubleProducts();
      Products fast = new NativeProducts(single);
      for (int[] size : CHECKED) {
        for (int way = 0; way < 3; way++) {
          double error = difference(precision, plain, fast, size, way);
          if (!(error < (single ? 1e-4 : 1e-12))) {
            return precision + " " + size[0] + " x " + size[1] + " x " + size[2] + ": " + error;
          }
        }
      }
    }
    return null;
  }

  private static double difference(
      Precision precision, Products plain, Products fast, int[] size, int way) {
    int m = size[0];
    int n = size[1];
    int k = size[2];
    Kernel arrays = Kernel.plain(precision);
    Random random = new Random(m * 31L + n * 7L + k);
    Vec a = arrays.vec(random.doubles((long) m * k, -1, 1).toArray());
    Vec b = arrays.vec(random.doubles((long) n * k, -1, 1).toArray());
    Vec expected = product(plain, arrays, a, b, m, n, k, way);
    Vec actual = product(fast, arrays, a, b, m, n, k, way);
    double most = 0;
    for (int i = 0; i < m * n; i++) {
      double error = Math.abs(expected.get(i) - actual.get(i));
      // A NaN must not look like agreement.
      most = error <= most ? most : error;
    }
    return most;
  }

  private static Vec product(
      Products products, Kernel arrays, Vec a, Vec b, int m, int n, int k, int way) {
    boolean ta = way == 1;
    boolean tb = way == 2;
    Vec result = arrays.vec(m * n);
    try (Panel pa = products.panel(m * k);
        Panel pb = products.panel(n * k);
        Panel pc = products.panel(m * n)) {
      pa.put(0, a, 0, m * k);
      pb.put(0, b, 0, n * k);
      for (int beta = 0; beta < 2; beta++) {
        products.multiply(
            m,
            n,
            k,
            new Block(pa, 0, ta ? k : m, ta),
            new Block(pb, 0, tb ? n : k, tb),
            beta,
            Block.of(pc, 0, m));
      }
      pc.get(0, result, 0, m * n);
    }
    return result;
  }
}
