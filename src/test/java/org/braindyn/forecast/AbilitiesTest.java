package org.braindyn.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.braindyn.data.Precision;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.graph.BrainGraph;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Variant;
import org.junit.jupiter.api.Test;

/** What a forecaster can do survives another name and a mean over members. */
class AbilitiesTest {
  private static SignalBatch random(int steps, String name) {
    SignalBatch batch = new SignalBatch(2, 3, steps);
    Seed.Stream random = Seed.of(8).stream(name);
    Arrays.setAll(batch.values(), i -> random.gaussian());
    return batch;
  }

  private static double weighted(Forecaster f, SignalBatch context, SignalBatch weights) {
    double[] values = f.forecast(context, weights.steps(), Progress.NONE).values();
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] * weights.values()[i];
    }
    return sum;
  }

  private static void checkPull(Forecaster f, SignalBatch context, double tolerance) {
    SignalBatch weights = random(5, "weights");
    Differentiable exact = f.as(Differentiable.class).orElseThrow();
    double[] gradient = exact.pull(context, weights).values();
    for (int i = 0; i < gradient.length; i++) {
      double kept = context.values()[i];
      double step = 1e-5;
      context.values()[i] = kept + step;
      double above = weighted(f, context, weights);
      context.values()[i] = kept - step;
      double below = weighted(f, context, weights);
      context.values()[i] = kept;
      assertEquals((above - below) / (2 * step), gradient[i], tolerance, "at " + i);
    }
  }

  @Test
  void theDerivativeOfAnAutoregressionIsThatOfDifferences() {
    double[][][] coefficients = new double[2][3][3];
    Seed.Stream random = Seed.of(3).stream("coefficients");
    for (double[][] lag : coefficients) {
      for (double[] row : lag) {
        Arrays.setAll(row, i -> 0.4 * random.gaussian());
      }
    }
    VectorAutoregression var = new VectorAutoregression(coefficients);
    checkPull(var, random(4, "context"), 1e-8);
    checkPull(new Renamed("other", var), random(4, "context"), 1e-8);
    checkPull(
        new Renamed(
            "mean", new Ensemble("e", List.of(var, new VectorAutoregression(coefficients)))),
        random(4, "context"),
        1e-8);
  }

  private static BrainDyn model(long seed) {
    ModelSettings settings =
        ModelSettings.builder(3)
            .hidden(4)
            .maps(3)
            .width(8)
            .context(6)
            .horizon(3)
            .variant(Variant.CONTINUOUS)
            .precision(Precision.DOUBLE)
            .build();
    BrainGraph ring =
        new BrainGraph(3, new int[] {0, 1, 2}, new int[] {1, 2, 0}, new double[] {1, 1, 1});
    return BrainDyn.create(settings, ring, Seed.of(seed));
  }

  @Test
  void aMeanOfModelsIsDrivenCutAndDerived() {
    try (BrainDyn a = model(1);
        BrainDyn b = model(2)) {
      Forecaster mean =
          new Renamed(
              "mean",
              new Ensemble("e", List.of(new BrainDynForecaster(a), new BrainDynForecaster(b))));
      SignalBatch context = random(6, "context");
      checkPull(mean, context, 1e-6);
      double[][] drive = new double[3][4];
      drive[1][0] = 0.3;
      Intervenable inside = mean.as(Intervenable.class).orElseThrow();
      assertArrayEquals(
          mean(
              a.forecast(context, 4, drive, Progress.NONE),
              b.forecast(context, 4, drive, Progress.NONE)),
          inside.forecast(context, 4, drive, Progress.NONE).values(),
          1e-12);
      try (Intervenable.Cut cut = inside.cut(new int[] {1});
          Intervenable.Cut one = new BrainDynForecaster(a).cut(new int[] {1});
          Intervenable.Cut two = new BrainDynForecaster(b).cut(new int[] {1})) {
        assertArrayEquals(
            mean(one.forecast(context, 4, Progress.NONE), two.forecast(context, 4, Progress.NONE)),
            cut.forecast(context, 4, Progress.NONE).values(),
            1e-12);
      }
      assertTrue(
          new Renamed("x", new BrainDynForecaster(a)).as(ImpulseForecaster.class).isPresent());
    }
  }

  private static double[] mean(SignalBatch a, SignalBatch b) {
    double[] mean = new double[a.values().length];
    Arrays.setAll(mean, i -> (a.values()[i] + b.values()[i]) / 2);
    return mean;
  }

  @Test
  void whatOneMemberCannotTheMeanCannot() {
    Forecaster mean =
        new Ensemble(
            "e", List.of(new VectorAutoregression(new double[1][3][3]), new Persistence()));
    assertFalse(mean.as(Differentiable.class).isPresent());
    assertFalse(mean.as(Intervenable.class).isPresent());
    assertTrue(mean.as(Forecaster.class).isPresent());
  }
}
