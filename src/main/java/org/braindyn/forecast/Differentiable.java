package org.braindyn.forecast;

import org.braindyn.data.SignalBatch;

/** A forecaster whose exact Jacobian is known. */
public interface Differentiable extends Forecaster {
  /**
   * Reverse mode: the derivative of the weighted sum of each window's forecast by its context.
   *
   * @param weights one per forecast value, [window, region, step ahead, signal]
   * @return [window, region, step, signal]
   */
  SignalBatch pull(SignalBatch context, SignalBatch weights);
}
