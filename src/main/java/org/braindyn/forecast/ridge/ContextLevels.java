package org.braindyn.forecast.ridge;

import org.braindyn.data.SignalBatch;

/**
 * What a region's own context tells of its level and of its unit, which a z-score hides: a one, its
 * lowest value, its largest rise and its largest fall from a sample to the next. Rates of a neuron
 * are never below zero and rise by whole spikes, so that with a coefficient per neuron these give
 * back how far its context lies from its usual rate.
 */
final class ContextLevels {
  /** Numbers per region. */
  static final int COUNT = 4;

  private ContextLevels() {}

  /**
   * Levels of one row.
   *
   * @param values samples from {@code at} on
   * @param steps samples of the context
   * @param into receives {@link #COUNT} numbers at {@code offset}
   */
  static void apply(double[] values, int at, int steps, double[] into, int offset) {
    double lowest = values[at];
    double rise = 0;
    double fall = 0;
    for (int t = at + 1; t < at + steps; t++) {
      double value = values[t];
      double change = value - values[t - 1];
      lowest = value < lowest ? value : lowest;
      rise = change > rise ? change : rise;
      fall = change < fall ? change : fall;
    }
    into[offset] = 1;
    into[offset + 1] = lowest;
    into[offset + 2] = rise;
    into[offset + 3] = fall;
  }

  /** Of every window and region, [window * regions + region][number], flat. */
  static double[] of(SignalBatch batch) {
    int rows = batch.windows() * batch.regions();
    double[] all = new double[rows * COUNT];
    for (int r = 0; r < rows; r++) {
      apply(batch.values(), r * batch.steps(), batch.steps(), all, r * COUNT);
    }
    return all;
  }
}
