package org.braindyn.kernel;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.Precision;

/**
 * What one worker computes with: arrays and fused elementwise operations in one precision, and
 * matrix products. Not safe for use by several threads at once. Closing frees every panel.
 */
public final class Kernel implements AutoCloseable {
  private final Precision precision;
  private final Products products;
  private final LstmOps lstm;
  private final FieldOps field;
  private final SheafOps sheaf;
  private final TangentOps tangent;
  private final LaneOps lanes;
  private final List<Panel> panels = new ArrayList<>();

  Kernel(Precision precision, Products products) {
    boolean single = precision == Precision.FLOAT;
    this.precision = precision;
    this.products = products;
    lstm = single ? new FloatLstm() : new DoubleLstm();
    field = single ? new FloatField() : new DoubleField();
    sheaf = single ? new FloatSheaf() : new DoubleSheaf();
    tangent = single ? new FloatTangent() : new DoubleTangent();
    lanes = single ? new FloatLanes() : new DoubleLanes();
  }

  /** A kernel with native products, or with plain ones where the native library cannot be used. */
  public static Kernel best(Precision precision) {
    if (!NativeLibrary.usable()) {
      return plain(precision);
    }
    return new Kernel(
        precision, new NativeProducts(precision == Precision.FLOAT, NativeLibrary.memory()));
  }

  /** Why products run in plain Java, to be shown to the user once; null if they run natively. */
  public static String message() {
    return NativeLibrary.message();
  }

  /**
   * Why ND4J does not own the arrays that products work on, to be shown to the user once; null if
   * it does. The first call starts it: about 0.3 s, more when its libraries are unpacked.
   */
  public static String arrays() {
    return NativeLibrary.arrays();
  }

  /**
   * Whether products of up to 10^6 multiplications are faster than large ones on this processor, so
   * that rows are best cut into small blocks.
   */
  public static boolean smallIsFaster() {
    return SmallProducts.FASTER;
  }

  /** A kernel whose products are plain Java. */
  public static Kernel plain(Precision precision) {
    return new Kernel(
        precision, precision == Precision.FLOAT ? new FloatProducts() : new DoubleProducts());
  }

  /** A kernel whose panels are ND4J's own arrays. */
  static Kernel nd4j(Precision precision) {
    return new Kernel(
        precision, new NativeProducts(precision == Precision.FLOAT, Nd4jMemory::panel));
  }

  /** Width of the numbers. */
  public Precision precision() {
    return precision;
  }

  /** An array of zeros. */
  public Vec vec(int length) {
    return precision == Precision.FLOAT ? new FloatVec(length) : new DoubleVec(length);
  }

  /** An array holding these values, rounded. */
  public Vec vec(double[] values) {
    Vec vec = vec(values.length);
    vec.read(0, values, 0, values.length);
    return vec;
  }

  /**
   * An array of the caller's, not a copy; what a kernel in double takes from and puts into panels.
   */
  public static Vec over(double[] values) {
    return new DoubleVec(values);
  }

  /** A panel of zeros, freed when this kernel is closed. */
  public Panel panel(int size) {
    Panel panel = products.panel(size);
    panels.add(panel);
    return panel;
  }

  /** LSTM steps. */
  public LstmOps lstm() {
    return lstm;
  }

  /** Perceptron layers. */
  public FieldOps field() {
    return field;
  }

  /** Node parts of the sheaf. */
  public SheafOps sheaf() {
    return sheaf;
  }

  /** Forward-mode derivatives. */
  public TangentOps tangent() {
    return tangent;
  }

  /** Some lanes out of many. */
  public LaneOps lanes() {
    return lanes;
  }

  /** C (m x n) = A (m x k) B (k x n) + beta C, all by columns without gaps. */
  public void multiply(int m, int n, int k, Panel a, int atA, Panel b, int beta, Panel c, int atC) {
    products.multiply(m, n, k, Block.of(a, atA, m), Block.of(b, 0, k), beta, Block.of(c, atC, m));
  }

  /** C (m x n) = A (m x k) B^T + beta C with B n x k. */
  public void multiplyByTransposed(
      int m, int n, int k, Panel a, int atA, Panel b, int beta, Panel c, int atC) {
    products.multiply(
        m, n, k, Block.of(a, atA, m), Block.transposed(b, 0, n), beta, Block.of(c, atC, m));
  }

  /** C (m x n) = A^T B + beta C with A k x m and B k x n. */
  public void multiplyTransposed(
      int m, int n, int k, Panel a, int atA, Panel b, int atB, int beta, Panel c) {
    products.multiply(
        m, n, k, Block.transposed(a, atA, k), Block.of(b, atB, k), beta, Block.of(c, 0, m));
  }

  /**
   * C = op(A) op(B) + beta C.
   *
   * @param m rows of op(A) and C
   * @param n columns of op(B) and C
   * @param k columns of op(A), rows of op(B)
   * @param beta 0 or 1
   * @param c not transposed
   */
  public void multiply(int m, int n, int k, Block a, Block b, int beta, Block c) {
    products.multiply(m, n, k, a, b, beta, c);
  }

  @Override
  public void close() {
    panels.forEach(Panel::close);
    panels.clear();
  }
}
