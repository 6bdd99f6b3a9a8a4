package org.braindyn.forecast;

import java.util.Optional;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;

/** Anything that continues normalised region signals; the one interface of models and baselines. */
public interface Forecaster {
  /** Short name for tables, e.g. "VAR(3)". */
  String name();

  /**
   * Forecasts every window.
   *
   * @param context normalised contexts, [window, region, step, signal]
   * @param horizon steps ahead, 1 or more; longer than the model's own horizon means chunks
   * @param progress told how far it is; cancelling throws {@link org.braindyn.data.Cancelled}
   * @return forecasts in the context's units, [window, region, horizon, signal]
   */
  SignalBatch forecast(SignalBatch context, int horizon, Progress progress);

  /**
   * What this forecaster can do beyond forecasting, e.g. {@link Differentiable}. Ask here and never
   * with {@code instanceof}: who wraps a forecaster passes the question on, so that an ability
   * survives another name or a mean over members.
   *
   * @param ability an interface that extends this one
   * @return this forecaster, or the one inside, as one that can; empty if it cannot
   */
  default <T extends Forecaster> Optional<T> as(Class<T> ability) {
    return ability.isInstance(this) ? Optional.of(ability.cast(this)) : Optional.empty();
  }
}
