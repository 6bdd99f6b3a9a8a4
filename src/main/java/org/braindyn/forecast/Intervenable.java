package org.braindyn.forecast;

import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;

/** A forecaster that lets its inside be changed: the state while it integrates, and its graph. */
public interface Intervenable extends Forecaster {
  /**
   * Forecasts while input from outside acts on the state.
   *
   * @param drive what a region's signal gains per step besides its own change, [region][step ahead]
   * @throws org.braindyn.data.BadInput if the model cannot be driven
   */
  SignalBatch forecast(SignalBatch context, int horizon, double[][] drive, Progress progress);

  /**
   * The same model without the links of some regions. Whoever asked for it closes it.
   *
   * @param regions rows whose incoming and outgoing links are removed
   */
  Cut cut(int[] regions);

  /** A model that owns memory of its own. */
  interface Cut extends Intervenable, AutoCloseable {
    @Override
    void close();
  }
}
