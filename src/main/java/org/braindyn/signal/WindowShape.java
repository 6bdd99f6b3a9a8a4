package org.braindyn.signal;

import java.io.Serializable;
import java.util.List;

/**
 * How windows are cut, whatever from.
 *
 * @param context samples that a forecaster sees
 * @param horizon samples to forecast
 * @param stride samples from one window's start to the next
 * @param floor smallest standard deviation of a context, in the recordings' unit
 */
public record WindowShape(int context, int horizon, int stride, double floor)
    implements Serializable {
  /** Windows of this shape. */
  public WindowSet of(List<Recording> recordings) {
    return new WindowSet(recordings, context, horizon, stride).withFloor(floor);
  }
}
