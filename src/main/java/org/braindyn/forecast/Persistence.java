package org.braindyn.forecast;

import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;

/** Forecasts that the last value stays. */
public final class Persistence implements LinearForecast {
  @Override
  public String name() {
    return "persistence";
  }

  @Override
  public SignalBatch forecast(SignalBatch context, int horizon, Progress progress) {
    double[] ones = new double[horizon];
    java.util.Arrays.fill(ones, 1);
    return DampedPersistence.scaleLast(context, ones);
  }
}
