package org.braindyn.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.braindyn.data.Precision;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Differentiable;
import org.braindyn.kind.ModelChange;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.perturbation.EffectiveConnectivity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The derivative of BrainDyn beside a linear skip is that of differences, over several chunks. */
class ResidualJacobianTest {
  private static final int HORIZON = 8; // chunks of 3, 3 and 2

  @TempDir Path folder;

  private TrainedModel model() {
    return ModelKinds.read(SampleModels.skip(folder.resolve("skip.npz"), SampleModels.REGIONS))
        .with(new ModelChange(null, null, null, null, Precision.DOUBLE));
  }

  private static SignalBatch random(int windows, int steps, String name) {
    SignalBatch batch = new SignalBatch(windows, 4, steps);
    Seed.Stream random = Seed.of(4).stream(name);
    for (int i = 0; i < batch.values().length; i++) {
      batch.values()[i] = random.gaussian();
    }
    return batch;
  }

  private static double weighted(Differentiable f, SignalBatch context, SignalBatch weights) {
    double[] values = f.forecast(context, HORIZON, Progress.NONE).values();
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] * weights.values()[i];
    }
    return sum;
  }

  @Test
  void everySampleOfTheContext() {
    SignalBatch context = random(3, SampleModels.CONTEXT, "contexts");
    SignalBatch weights = random(3, HORIZON, "weights");
    try (TrainedModel model = model()) {
      Differentiable f = model.forecaster().as(Differentiable.class).orElseThrow();
      SignalBatch gradient = f.pull(context, weights);
      double step = 1e-5;
      for (int i = 0; i < context.values().length; i++) {
        double kept = context.values()[i];
        context.values()[i] = kept + step;
        double above = weighted(f, context, weights);
        context.values()[i] = kept - step;
        double below = weighted(f, context, weights);
        context.values()[i] = kept;
        double expected = (above - below) / (2 * step);
        assertEquals(expected, gradient.values()[i], 1e-7 + 1e-6 * Math.abs(expected), "at " + i);
      }
    }
  }

  @Test
  void shortForecastsAreTheFirstStepsOfLongOnes() {
    SignalBatch context = random(3, SampleModels.CONTEXT, "contexts");
    try (TrainedModel model = model()) {
      SignalBatch whole = model.forecaster().forecast(context, HORIZON, Progress.NONE);
      for (int steps = 1; steps < HORIZON; steps++) {
        SignalBatch part = model.forecaster().forecast(context, steps, Progress.NONE);
        for (int p = 0; p < steps; p++) {
          assertEquals(whole.get(2, 1, p), part.get(2, 1, p), steps + " steps");
        }
      }
    }
  }

  @Test
  void effectiveConnectivityOfSmallImpulses() {
    SignalBatch context = random(300, SampleModels.CONTEXT, "contexts");
    try (TrainedModel model = model()) {
      Differentiable f = model.forecaster().as(Differentiable.class).orElseThrow();
      EffectiveConnectivity exact =
          EffectiveConnectivity.byJacobian(
              f, SampleModels.REGIONS, context, HORIZON, Progress.NONE);
      EffectiveConnectivity small =
          EffectiveConnectivity.byRollouts(
              f, SampleModels.REGIONS, context, 1e-5, HORIZON, Progress.NONE);
      for (int t = 0; t < HORIZON; t++) {
        for (int u = 0; u < 4; u++) {
          for (int v = 0; v < 4; v++) {
            assertEquals(small.at(t)[u][v], exact.at(t)[u][v], 1e-4);
          }
        }
      }
    }
  }
}
