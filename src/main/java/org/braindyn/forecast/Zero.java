package org.braindyn.forecast;

import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;

/** Forecasts the context's mean, which is zero in normalised units. */
public final class Zero implements LinearForecast {
  @Override
  public String name() {
    return "zero";
  }

  @Override
  public SignalBatch forecast(SignalBatch context, int horizon, Progress progress) {
    double[] values =
        new double[context.windows() * context.regions() * horizon * context.signals()];
    return new SignalBatch(
        context.windows(), context.regions(), horizon, context.signals(), values);
  }
}
