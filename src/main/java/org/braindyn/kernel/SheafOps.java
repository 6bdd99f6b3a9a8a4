package org.braindyn.kernel;

/**
 * Per-node part of the sheaf Laplacian. A tile holds one node's values for all windows of a block:
 * value (channel m, window b) at {@code m * windows + b}.
 */
public interface SheafOps {
  /**
   * Min-max normalisation over channels, window by window: (z - min) / (max - min + 1e-6), in
   * place.
   *
   * @param range receives max - min + 1e-6 of every window at {@code rangeAt}
   * @param extremes receives the channels of min and max, two per window at {@code 2 * rangeAt}
   */
  void normalise(Vec z, int zAt, Vec range, int rangeAt, int[] extremes, int windows, int channels);

  /**
   * The reverse of {@link #normalise}: gradient of the normalised values in, of z out, in place.
   */
  void normaliseBack(
      Vec grad,
      int at,
      Vec normalised,
      int zAt,
      Vec range,
      int rangeAt,
      int[] extremes,
      int windows,
      int channels);

  /** {@code out[m, b] = gate[m] * z[m, b]} with the gate at {@code gateAt}. */
  void gate(Vec z, int zAt, Vec gate, int gateAt, Vec out, int windows, int channels);

  /**
   * The reverse of both gates: {@code grad = target * gradA + source * gradB}, all at {@code at};
   * gradients of the gates are added at {@code gateAt}.
   */
  void gatesBack(
      Vec normalised,
      Vec gradA,
      Vec gradB,
      Vec target,
      Vec source,
      int gateAt,
      Vec grad,
      Vec gradTarget,
      Vec gradSource,
      int at,
      int windows,
      int channels);
}
