package org.braindyn.forecast;

import java.util.Optional;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.model.impulse.ImpulseRollouts;

/** A forecaster that may know a shorter way than one forecast per perturbed region. */
public interface ImpulseForecaster extends Forecaster {
  /**
   * Follows an impulse in the last context sample of every region in turn. Effects of finite
   * impulses, not derivatives.
   *
   * @param size what is added to the sample
   * @param horizon steps ahead
   * @return effects per unit of impulse; empty if this model has no shorter way
   */
  Optional<ImpulseRollouts> impulses(
      SignalBatch context, double size, int horizon, Progress progress);
}
