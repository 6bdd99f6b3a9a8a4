package org.braindyn.forecast;

import java.util.Optional;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;

/**
 * A forecaster under another name, for tables; what it can do, it still can.
 *
 * @param name the name
 * @param inner who forecasts
 */
public record Renamed(String name, Forecaster inner) implements Forecaster {
  @Override
  public SignalBatch forecast(SignalBatch context, int horizon, Progress progress) {
    return inner.forecast(context, horizon, progress);
  }

  @Override
  public <T extends Forecaster> Optional<T> as(Class<T> ability) {
    return ability.isInstance(this) ? Optional.of(ability.cast(this)) : inner.as(ability);
  }
}
