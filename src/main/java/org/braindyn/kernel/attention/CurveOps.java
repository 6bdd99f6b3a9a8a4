package org.braindyn.kernel.attention;

import org.braindyn.data.Seed;
import org.braindyn.kernel.Vec;

/** Functions of single numbers, over runs of an array, in place. */
public interface CurveOps {
  /** {@code x = x Phi(x)} with the normal distribution function: the exact gelu. */
  void gelu(Vec x, int at, int n);

  /** {@code grad[to + i] *= gelu'(x[at + i])}, and {@code x} becomes its gelu. */
  void geluGradient(Vec x, int at, Vec grad, int to, int n);

  /** {@code x = x} where above 0, else {@code slope x}. */
  void rectify(Vec x, int at, int n, double slope);

  /**
   * Gradient of {@link #rectify} from its result y: {@code grad *= slope} where y is not above 0.
   */
  void rectifyGradient(Vec y, int at, Vec grad, int to, int n, double slope);

  /** 0 with probability {@code rate}, else {@code x / (1 - rate)}, drawn one after another. */
  void drop(Vec x, int at, int n, double rate, Seed.Stream stream);

  /** {@code x = tanh(x)}. */
  void tanh(Vec x, int at, int n);

  /** {@code grad[to + i] *= 1 - y[at + i]^2}. */
  void tanhGradient(Vec y, int at, Vec grad, int to, int n);
}
