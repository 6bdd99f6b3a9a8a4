package org.braindyn.perturbation;

import org.braindyn.data.SignalBatch;

/**
 * Mean and size of contexts that a forecast was fed back into. A model is trained on contexts of
 * mean 0 and standard deviation 1; fed with its own forecasts it drifts away from both, into what
 * it has never seen. Each context is therefore scaled anew before the next forecast, and the
 * forecast scaled back (docs/adr/0044).
 */
public final class ContextScale {
  /** A region that hardly moves (it may be held) is not blown up by more than 1 / this. */
  static final double SMALLEST = 0.5;

  private final double[][][] mean;
  private final double[][][] sd;

  private ContextScale(double[][][] mean, double[][][] sd) {
    this.mean = mean;
    this.sd = sd;
  }

  /**
   * Of contexts that forecasts were fed back into alone: where the mean is 0, as in a recording's
   * own, nothing is scaled.
   *
   * @param context [window, region, step, signal]
   * @param rounding largest mean that counts as 0, in sd
   */
  public static ContextScale ofMoved(SignalBatch context, double rounding) {
    ContextScale scale = of(context);
    for (int w = 0; w < scale.mean.length; w++) {
      for (int r = 0; r < scale.mean[w].length; r++) {
        for (int f = 0; f < scale.mean[w][r].length; f++) {
          if (Math.abs(scale.mean[w][r][f]) <= rounding) {
            scale.mean[w][r][f] = 0;
            scale.sd[w][r][f] = 1;
          }
        }
      }
    }
    return scale;
  }

  /** Mean and standard deviation (ddof 0) of every window, region and signal. */
  static ContextScale of(SignalBatch context) {
    double[][][] mean = new double[context.windows()][context.regions()][context.signals()];
    double[][][] sd = new double[context.windows()][context.regions()][context.signals()];
    for (int w = 0; w < mean.length; w++) {
      for (int r = 0; r < mean[w].length; r++) {
        int first = context.index(w, r, 0);
        for (int f = 0; f < context.signals(); f++) {
          double sum = 0;
          double square = 0;
          for (int t = 0; t < context.steps(); t++) {
            sum += context.values()[first + t * context.signals() + f];
          }
          double m = sum / context.steps();
          for (int t = 0; t < context.steps(); t++) {
            double d = context.values()[first + t * context.signals() + f] - m;
            square += d * d;
          }
          mean[w][r][f] = m;
          sd[w][r][f] = Math.max(SMALLEST, Math.sqrt(square / context.steps()));
        }
      }
    }
    return new ContextScale(mean, sd);
  }

  /** What is added to forecasts of scaled contexts, in the unit of the contexts. */
  public SignalBatch size(SignalBatch added) {
    return map(added, (value, m, s) -> value * s);
  }

  /** The contexts with mean 0 and standard deviation 1. */
  public SignalBatch apply(SignalBatch context) {
    return map(context, (value, m, s) -> (value - m) / s);
  }

  /** Forecasts of scaled contexts, in the unit of the contexts. */
  SignalBatch undo(SignalBatch forecast) {
    return map(forecast, (value, m, s) -> value * s + m);
  }

  /**
   * Input to the state in the unit of the scaled contexts; that differs between windows, so their
   * mean is taken.
   *
   * @param drive [region][step], or null
   */
  double[][] drive(double[][] drive) {
    if (drive == null) {
      return null;
    }
    double[][] scaled = new double[drive.length][];
    for (int r = 0; r < drive.length; r++) {
      double share = 0;
      for (double[][] window : sd) {
        share += 1 / window[r][0] / sd.length;
      }
      scaled[r] = drive[r].clone();
      for (int t = 0; t < scaled[r].length; t++) {
        scaled[r][t] *= share;
      }
    }
    return scaled;
  }

  private interface Change {
    double of(double value, double mean, double sd);
  }

  private SignalBatch map(SignalBatch batch, Change change) {
    SignalBatch result = batch.copy();
    for (int w = 0; w < batch.windows(); w++) {
      for (int r = 0; r < batch.regions(); r++) {
        int first = batch.index(w, r, 0);
        for (int i = 0; i < batch.steps() * batch.signals(); i++) {
          int f = i % batch.signals();
          result.values()[first + i] =
              change.of(batch.values()[first + i], mean[w][r][f], sd[w][r][f]);
        }
      }
    }
    return result;
  }
}
