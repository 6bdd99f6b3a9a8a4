package org.braindyn.forecast;

import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;

/**
 * A forecaster under another name, for tables.
 *
 * @param name the name
 * @param inner who forecasts
 */
public record Renamed(String name, Forecaster inner) implements Forecaster {
  @Override
  public SignalBatch forecast(SignalBatch context, int horizon, Progress progress) {
    return inner.forecast(context, horizon, progress);
  }
}
