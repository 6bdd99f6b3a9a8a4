package org.braindyn.model.jacobian;

import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.model.parameter.Parameters;

/** One worker of {@link ForecastJacobian}. */
interface WindowJacobian extends AutoCloseable {
  void load(Parameters parameters);

  /**
   * Adds the Jacobians of windows {@code from .. to - 1}.
   *
   * @param weights one row per summary, one number per step ahead
   * @param sum added to, [summary][target][source]
   */
  void run(
      SignalBatch context, int from, int to, double[][] weights, double[] sum, Progress progress);

  @Override
  void close();
}
