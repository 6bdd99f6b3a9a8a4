package org.braindyn.signal;

import org.braindyn.data.SignalBatch;

/**
 * z-score of every window and region by the mean and standard deviation (ddof 0, floor 1e-6) of its
 * own context; what follows the context is expressed in the same two numbers, so nothing of the
 * future is seen (docs/method.md).
 *
 * @param mean context means in the recording's unit, [window, region, signal]
 * @param sd context standard deviations in the recording's unit, [window, region, signal]
 */
public record ContextNormalisation(double[] mean, double[] sd) {
  /** Smallest standard deviation that is divided by; a flat context becomes zeros. */
  public static final double FLOOR = 1e-6;

  /**
   * Measures raw contexts.
   *
   * @param context raw values, [window, region, step, signal]
   */
  public static ContextNormalisation of(SignalBatch context) {
    return of(context, FLOOR);
  }

  /**
   * Measures raw contexts.
   *
   * @param floor smallest standard deviation that is divided by, in the recording's unit. Rates of
   *     single neurons need one of some Hz: after a silent context one spike would be an error of
   *     millions of standard deviations.
   */
  public static ContextNormalisation of(SignalBatch context, double floor) {
    int rows = context.windows() * context.regions();
    int signals = context.signals();
    int steps = context.steps();
    double[] mean = new double[rows * signals];
    double[] sd = new double[rows * signals];
    double[] values = context.values();
    for (int row = 0; row < rows; row++) {
      for (int f = 0; f < signals; f++) {
        int first = row * steps * signals + f;
        double sum = 0;
        for (int t = 0; t < steps; t++) {
          sum += values[first + t * signals];
        }
        double centre = sum / steps;
        double squares = 0;
        for (int t = 0; t < steps; t++) {
          double d = values[first + t * signals] - centre;
          squares += d * d;
        }
        mean[row * signals + f] = centre;
        sd[row * signals + f] = Math.max(Math.sqrt(squares / steps), floor);
      }
    }
    return new ContextNormalisation(mean, sd);
  }

  /**
   * The same for one region of one window, in place.
   *
   * @param values a context and what follows it
   * @param steps samples of the context
   * @param floor smallest standard deviation that is divided by
   */
  public static void normalise(double[] values, int steps, double floor) {
    double sum = 0;
    for (int t = 0; t < steps; t++) {
      sum += values[t];
    }
    double centre = sum / steps;
    double squares = 0;
    for (int t = 0; t < steps; t++) {
      double d = values[t] - centre;
      squares += d * d;
    }
    normalise(values, 0, values.length, 1, centre, Math.max(Math.sqrt(squares / steps), floor));
  }

  /** The batch in units of the contexts: (value - mean) / sd; a new batch. */
  public SignalBatch normalise(SignalBatch raw) {
    return map(raw, true);
  }

  /** The batch back in the recording's unit: value * sd + mean; a new batch. */
  public SignalBatch restore(SignalBatch normalised) {
    return map(normalised, false);
  }

  private SignalBatch map(SignalBatch batch, boolean forward) {
    SignalBatch result = batch.copy();
    int signals = batch.signals();
    if (batch.windows() * batch.regions() * signals != mean.length) {
      throw new IllegalArgumentException("the batch has other windows, regions or signals");
    }
    double[] values = result.values();
    int steps = batch.steps();
    for (int k = 0; k < mean.length; k++) {
      int from = k / signals * steps * signals + k % signals;
      if (forward) {
        normalise(values, from, steps, signals, mean[k], sd[k]);
      } else {
        for (int t = 0; t < steps; t++) {
          values[from + t * signals] = values[from + t * signals] * sd[k] + mean[k];
        }
      }
    }
    return result;
  }

  private static void normalise(
      double[] values, int from, int steps, int signals, double mean, double sd) {
    if (signals == 1) { // nearly always, and several values at once
      for (int i = from; i < from + steps; i++) {
        values[i] = (values[i] - mean) / sd;
      }
      return;
    }
    for (int t = 0; t < steps; t++) {
      values[from + t * signals] = (values[from + t * signals] - mean) / sd;
    }
  }
}
