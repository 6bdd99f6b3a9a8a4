package org.braindyn.data;

/**
 * When two sampling intervals are one. Always a share of the interval, so that 4 and 4.9 ms differ
 * as much as 2 and 2.45 s do; an unknown interval (NaN) contradicts none.
 */
public final class SameSampling {
  /** Largest difference of one sampling as a share: what rounding to three digits may change. */
  public static final double TOLERANCE = 0.005;

  /** Largest difference as a share that decimal fractions and 32-bit headers may cause. */
  private static final double ROUNDING = 1e-6;

  private SameSampling() {}

  /**
   * True if recordings of these intervals may stand beside each other as they are.
   *
   * @param a s; NaN if unknown
   * @param b s; NaN if unknown
   */
  public static boolean same(double a, double b) {
    return within(a, b, TOLERANCE);
  }

  /**
   * True if the intervals (or rates) are equal but for rounding, so that there is nothing to
   * resample.
   *
   * @param a s or samples per s; NaN if unknown
   * @param b in the same unit
   */
  public static boolean equal(double a, double b) {
    return within(a, b, ROUNDING);
  }

  private static boolean within(double a, double b, double share) {
    return Double.isNaN(a) || Double.isNaN(b) || Math.abs(a - b) <= share * Math.min(a, b);
  }
}
