package org.braindyn.kind;

import org.braindyn.data.Precision;
import org.braindyn.signal.WindowSet;

/**
 * What a model sees and gives.
 *
 * @param regions number of regions
 * @param signals signals per region
 * @param context samples of context
 * @param horizon samples it forecasts at once; longer forecasts are fed back
 * @param precision width of its numbers
 */
public record ModelShape(int regions, int signals, int context, int horizon, Precision precision) {
  /** The shape of windows, one signal, in double. */
  public static ModelShape of(WindowSet windows) {
    return new ModelShape(
        windows.regions(), 1, windows.context(), windows.horizon(), Precision.DOUBLE);
  }
}
