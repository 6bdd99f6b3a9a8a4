package org.braindyn.kernel;

/**
 * The plain arrays behind {@link Vec}, for loops in the sub-packages of this package. Nobody else
 * may need them: what works on plain arrays belongs to the kernel.
 */
public final class PlainArrays {
  private PlainArrays() {}

  /**
   * The values of a vector in float, not copied.
   *
   * @param vec a vector of a float kernel
   */
  public static float[] floats(Vec vec) {
    return ((FloatVec) vec).a;
  }

  /**
   * The values of a vector in double, not copied.
   *
   * @param vec a vector of a double kernel
   */
  public static double[] doubles(Vec vec) {
    return ((DoubleVec) vec).a;
  }
}
