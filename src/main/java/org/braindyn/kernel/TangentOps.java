package org.braindyn.kernel;

/** Elementwise part of forward-mode derivatives: several tangents of every row at once. */
public interface TangentOps {
  /**
   * Tangents of one LSTM step; tangent k of row r of feature j is at {@code j * m + k * size + r}
   * with m the number of tangents times size.
   *
   * @param gates gates of the step, four runs of hidden * size values at {@code g}
   * @param cells cell states; the step's run is at {@code c}
   * @param before position of the previous step's run in {@code cells}, or -1 for the zero state
   * @param tanhs tanh of the cell at {@code c}
   * @param pre tangents of the pre-activations, four runs of hidden features
   * @param cellBefore tangents of the previous cell, one tangent fewer (the last one is new)
   * @param cell receives the tangents of the cell
   * @param output receives the tangents of the hidden state
   * @param old number of tangents before this step
   */
  void lstm(
      Vec gates,
      int g,
      Vec cells,
      int c,
      int before,
      Vec tanhs,
      Vec pre,
      Vec cellBefore,
      Vec cell,
      Vec output,
      int hidden,
      int size,
      int old);

  /**
   * Tangents of a scalar equation's rate f(x, L) along the start value and every entry of L.
   *
   * @param state x, then 1 + hidden tangents, runs of {@code size}
   * @param fx derivative of f by x
   * @param fl derivative of f by L, hidden runs
   * @param rate receives the tangents' rates after the first run
   */
  void rate(Vec state, Vec fx, Vec fl, Vec rate, int hidden, int size);

  /**
   * Tangents of the min-max normalisation over channels, in place: channel m of tangent i at {@code
   * at + m * stride + i}.
   *
   * @param normalised normalised values, channel m at {@code zAt + m * windows}
   * @param range max - min + 1e-6
   * @param low channel of the minimum
   * @param high channel of the maximum
   */
  void normalise(
      Vec tangents,
      int at,
      int stride,
      int n,
      Vec normalised,
      int zAt,
      int windows,
      double range,
      int low,
      int high,
      int channels);
}
