package org.braindyn.kind.family;

import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Chunks;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.Law;
import org.braindyn.forecast.family.LinearLaw;
import org.braindyn.perturbation.ContextScale;

/**
 * A law and a network for what it leaves over. The law takes contexts as they are; the network
 * knows only those of mean 0 and standard deviation 1, so that it is shown fed-back ones scaled
 * anew (docs/adr/0044), and what it adds is scaled back.
 *
 * @param law the law
 * @param both the law with the network, on contexts as they come from recordings
 * @param context samples it sees
 * @param chunk steps it forecasts at once
 */
record LawAndNetwork(String name, LinearLaw law, Forecaster both, int context, int chunk)
    implements Law {
  /** A recording's own contexts have mean 0 but for rounding. */
  private static final double ROUNDING = 1e-6;

  @Override
  public SignalBatch forecast(SignalBatch contexts, int horizon, Progress progress) {
    return Chunks.forecast(
        contexts, chunk, horizon, progress, (c, steps) -> chunk(c, steps, progress));
  }

  private SignalBatch chunk(SignalBatch contexts, int steps, Progress progress) {
    ContextScale scale = ContextScale.ofMoved(contexts, ROUNDING);
    SignalBatch shown = scale.apply(contexts);
    SignalBatch added = both.forecast(shown, steps, progress);
    SignalBatch without = law.forecast(shown, steps, progress);
    for (int i = 0; i < added.values().length; i++) {
      added.values()[i] -= without.values()[i];
    }
    SignalBatch sum = scale.size(added);
    SignalBatch alone = law.forecast(contexts, steps, progress);
    for (int i = 0; i < sum.values().length; i++) {
      sum.values()[i] += alone.values()[i];
    }
    return sum;
  }

  @Override
  public double[][] within(int[] held) {
    return law.within(held);
  }
}
