package org.braindyn.forecast;

import java.util.Optional;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.model.impulse.ImpulseRollouts;

/**
 * A forecast that is linear in its context, without a constant: what an impulse does is the same in
 * every window and for every size, so that one forecast of impulses alone answers all.
 */
public interface LinearForecast extends ImpulseForecaster {
  /** Values of a block of contexts. */
  int MOST = 1 << 22;

  /**
   * A unit in the last sample of every region in turn, with what it does within its frame.
   *
   * @return mean effects; their spread over windows is 0
   */
  @Override
  default Optional<ImpulseRollouts> impulses(
      SignalBatch context, double size, int horizon, Progress progress) {
    double[][][] mean = responses(context.regions(), context.steps(), horizon, progress);
    int n = context.regions();
    return Optional.of(new ImpulseRollouts(mean, new double[n][n][horizon], 0, 0, 0));
  }

  /**
   * The response to a unit in the last sample of every region.
   *
   * @param regions number of regions
   * @param context samples of a context
   * @param horizon steps ahead
   * @return [source][target][step ahead]
   */
  default double[][][] responses(int regions, int context, int horizon, Progress progress) {
    double[][][] result = new double[regions][regions][horizon];
    Optional<Law> law = as(Law.class);
    int block = Math.max(1, MOST / (regions * Math.max(context, horizon)));
    for (int from = 0; from < regions; from += block) {
      Cancelled.check(progress, "Effective connectivity");
      progress.report((double) from / regions, "Perturbing regions");
      int count = Math.min(block, regions - from);
      SignalBatch impulses = new SignalBatch(count, regions, context);
      for (int k = 0; k < count; k++) {
        int[] alone = {from + k};
        double[] all =
            law.map(l -> l.within(alone)[0]).orElseGet(() -> Law.nothingWithin(alone, regions)[0]);
        for (int v = 0; v < regions; v++) {
          impulses.set(k, v, context - 1, all[v]);
        }
      }
      SignalBatch answers = forecast(impulses, horizon, progress);
      for (int k = 0; k < count; k++) {
        for (int v = 0; v < regions; v++) {
          System.arraycopy(
              answers.values(), answers.index(k, v, 0), result[from + k][v], 0, horizon);
        }
      }
    }
    return result;
  }
}
