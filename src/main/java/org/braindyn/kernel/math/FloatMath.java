package org.braindyn.kernel.math;

/**
 * Functions of one number, without branches, so that loops over arrays become vector instructions.
 */
public final class FloatMath {
  // Best odd rational of degree 9 over 8 for the relative error on [0, 8.5], by our own Lawson
  // iteration; beyond 8.5 tanh is 1 to within 9e-8. With float rounding the error stays below 4e-7.
  private static final float LIMIT = 8.5f;
  private static final float P1 = 0.13413244f;
  private static final float P2 = 0.003534022f;
  private static final float P3 = 2.1250917e-5f;
  private static final float P4 = 1.4268949e-8f;
  private static final float Q1 = 0.46746567f;
  private static final float Q2 = 0.026022736f;
  private static final float Q3 = 3.348855e-4f;
  private static final float Q4 = 8.1450315e-7f;

  /** Without such instructions {@code Math.fma} would be a thousand times slower. */
  private static final boolean FUSED = Processor.fused();

  private FloatMath() {}

  /** tanh of any number, to 4e-7; not a number stays. */
  public static float tanh(float x) {
    float y = Math.max(-LIMIT, Math.min(LIMIT, x));
    float u = y * y;
    float p = (((P4 * u + P3) * u + P2) * u + P1) * u + 1;
    float q = (((Q4 * u + Q3) * u + Q2) * u + Q1) * u + 1;
    return y * p / q;
  }

  /** 1 / (1 + exp(-x)) of any number, to 4e-7; not a number stays. */
  public static float sigmoid(float x) {
    return 0.5f + 0.5f * tanh(0.5f * x);
  }

  /**
   * The same without the two limits, which cost as much as the rest: beyond 8.5 the rational is a
   * little above 1, so that the larger of both denominators gives 1. Not a number beyond 10^5.
   */
  private static float quick(float x) {
    float u = x * x;
    float p = plus(plus(plus(plus(P4, u, P3), u, P2), u, P1), u, 1);
    float q = plus(plus(plus(plus(Q4, u, Q3), u, Q2), u, Q1), u, 1);
    return x * p / Math.max(q, Math.abs(x) * p);
  }

  private static float plus(float a, float b, float c) {
    return FUSED ? Math.fma(a, b, c) : a * b + c;
  }

  /**
   * {@code x = tanh(x slope + add)} for n values, right up to 10^5; what lies beyond leaves its
   * mark in {@code check} (see {@link #right}).
   *
   * @param check every result is added to the value at its place
   */
  public static void tanh(float[] x, float[] slope, float[] add, float[] check, int n) {
    for (int i = 0; i < n; i++) {
      float y = quick(x[i] * slope[i] + add[i]);
      x[i] = y;
      check[i] += y;
    }
  }

  /** tanh of n values, as {@link #tanh(float[], float[], float[], float[], int)}. */
  public static void tanh(float[] x, float[] check, int n) {
    for (int i = 0; i < n; i++) {
      float y = quick(x[i]);
      x[i] = y;
      check[i] += y;
    }
  }

  /** Sigmoid of n values, as {@link #tanh(float[], float[], float[], float[], int)}. */
  public static void sigmoid(float[] x, float[] check, int n) {
    for (int i = 0; i < n; i++) {
      float y = 0.5f + 0.5f * quick(0.5f * x[i]);
      x[i] = y;
      check[i] += y;
    }
  }

  /**
   * False if some value was not a number, or too large: take the functions of one number then.
   *
   * @param n values of check, a multiple of four
   */
  public static boolean right(float[] check, int n) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    for (int i = 0; i + 4 <= n; i += 4) { // four sums, because each waits for its last addition
      a += check[i];
      b += check[i + 1];
      c += check[i + 2];
      d += check[i + 3];
    }
    float sum = a + b + c + d;
    return sum == sum;
  }
}
