package org.braindyn.forecast.ridge;

import java.util.List;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Forecaster;

/** The forecast that a network stands beside, chunk by chunk; it does not change any more. */
public interface SkipForecast extends Forecaster {
  /** Samples of a context. */
  int context();

  /** Steps of one chunk. */
  int horizon();

  /**
   * One chunk, for every training person by numbers that have not seen this person.
   *
   * @param context [window, region, step, 1]
   * @param persons whose each window is; null to use all that was learnt
   * @return [window, region, horizon, 1]
   */
  SignalBatch chunk(SignalBatch context, List<String> persons, Progress progress);

  /**
   * The reverse of {@link #chunk}.
   *
   * @param weights one per forecast value, [window, region, horizon, 1]
   * @return derivative of the weighted sum by the contexts, [window, region, step, 1]
   * @throws UnsupportedOperationException if it is not known
   */
  SignalBatch pull(SignalBatch weights);

  /** Its coefficients for the network's file; of length 0 if they are kept elsewhere. */
  double[][] coefficients();
}
