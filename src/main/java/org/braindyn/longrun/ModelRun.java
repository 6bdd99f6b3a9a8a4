package org.braindyn.longrun;

import java.util.Optional;
import org.braindyn.data.Progress;
import org.braindyn.forecast.Differentiable;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.Generator;

/**
 * A model's free run, for the comparison with a recording.
 *
 * @param model who ran
 * @param generator how it ran
 * @param start what it started from, [region][context or more samples], in standard deviations
 * @param run what it made, [region][frames], in the same unit
 */
public record ModelRun(Forecaster model, Generator generator, double[][] start, double[][] run) {
  /** Its largest Lyapunov exponent per sample; NaN if the model has no derivative. */
  public double exponent(Progress progress) {
    Optional<Differentiable> smooth = model.as(Differentiable.class);
    if (smooth.isEmpty()) {
      return Double.NaN;
    }
    int context = generator.context();
    double[][] path = new double[run.length][];
    for (int n = 0; n < path.length; n++) {
      path[n] = new double[context + run[n].length];
      System.arraycopy(start[n], start[n].length - context, path[n], 0, context);
      System.arraycopy(run[n], 0, path[n], context, run[n].length);
    }
    return new FreeRunExponent(
            smooth.get(), path, context, generator.horizon(), generator.keptMean())
        .of(1, progress);
  }

  /** Adds it to a comparison whose recording is in standard deviations too. */
  public LongRun addTo(LongRuns runs, String name, Progress progress) {
    return runs.add(name, run, exponent(progress.part(0, 0.5)), progress.part(0.5, 1));
  }
}
