package org.braindyn.forecast;

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
}
