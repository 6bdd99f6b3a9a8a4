package org.braindyn.forecast;

import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.signal.WindowSet;
import org.braindyn.signal.Windows;

/**
 * Forecasts the last value times one number per step ahead, fitted by least squares over all
 * training windows and regions. Beyond the fitted horizon the last number fades geometrically.
 */
public final class DampedPersistence implements LinearForecast {
  private static final int BLOCK = 256;
  private final double[] factor;

  /**
   * @param factor one number per step ahead
   */
  public DampedPersistence(double[] factor) {
    this.factor = factor.clone();
  }

  /** Fits one number per step of the windows' horizon. */
  public static DampedPersistence fit(WindowSet windows) {
    double[] product = new double[windows.horizon()];
    double square = 0;
    for (int from = 0; from < windows.size(); from += BLOCK) {
      Windows block = windows.range(from, Math.min(windows.size(), from + BLOCK));
      for (int w = 0; w < block.size(); w++) {
        for (int n = 0; n < windows.regions(); n++) {
          double last = block.context().get(w, n, windows.context() - 1);
          square += last * last;
          for (int p = 0; p < product.length; p++) {
            product[p] += last * block.target().get(w, n, p);
          }
        }
      }
    }
    for (int p = 0; p < product.length; p++) {
      product[p] /= Math.max(square, 1e-12);
    }
    return new DampedPersistence(product);
  }

  /** One number per step ahead; a copy. */
  public double[] factor() {
    return factor.clone();
  }

  @Override
  public String name() {
    return "damped persistence";
  }

  @Override
  public SignalBatch forecast(SignalBatch context, int horizon, Progress progress) {
    double[] scale = new double[horizon];
    int fitted = factor.length;
    double fade = fitted > 1 ? factor[fitted - 1] / factor[fitted - 2] : factor[0];
    fade = Double.isFinite(fade) ? Math.max(0, Math.min(1, fade)) : 0;
    for (int p = 0; p < horizon; p++) {
      scale[p] = p < fitted ? factor[p] : scale[p - 1] * fade;
    }
    return scaleLast(context, scale);
  }

  static SignalBatch scaleLast(SignalBatch context, double[] scale) {
    int signals = context.signals();
    int rows = context.windows() * context.regions();
    double[] values = new double[rows * scale.length * signals];
    for (int row = 0; row < rows; row++) {
      int last = (row * context.steps() + context.steps() - 1) * signals;
      for (int p = 0; p < scale.length; p++) {
        for (int f = 0; f < signals; f++) {
          values[(row * scale.length + p) * signals + f] = context.values()[last + f] * scale[p];
        }
      }
    }
    return new SignalBatch(context.windows(), context.regions(), scale.length, signals, values);
  }
}
