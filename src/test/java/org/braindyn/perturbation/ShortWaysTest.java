package org.braindyn.perturbation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.braindyn.data.Precision;
import org.braindyn.data.Progress;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.DampedPersistence;
import org.braindyn.forecast.Differentiable;
import org.braindyn.forecast.DifferentiableEnsemble;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.ImpulseForecaster;
import org.braindyn.forecast.Persistence;
import org.braindyn.forecast.VectorAutoregression;
import org.braindyn.forecast.residual.ContextFeatures;
import org.braindyn.forecast.residual.FeatureSettings;
import org.braindyn.forecast.residual.ResidualBrainDyn;
import org.braindyn.forecast.residual.ResidualEnsemble;
import org.braindyn.forecast.ridge.DirectRidge;
import org.braindyn.forecast.ridge.LagBins;
import org.braindyn.graph.BrainGraph;
import org.braindyn.model.ResidualDynamics;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.ResidualSettings;
import org.braindyn.signal.WindowSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Effects by a kind's short way are those of one forecast per region. */
class ShortWaysTest {
  private static final int N = 5;
  private static final int CONTEXT = 12;
  private static final int HORIZON = 4;

  private static double[] random(int count, double size, String name) {
    Seed.Stream random = Seed.of(3).stream(name);
    double[] values = new double[count];
    Arrays.setAll(values, i -> size * random.gaussian());
    return values;
  }

  private static double[][] matrix(int rows, int columns, double size, String name) {
    double[][] result = new double[rows][];
    Arrays.setAll(result, i -> random(columns, size, name + i));
    return result;
  }

  private static SignalBatch contexts() {
    return new SignalBatch(3, N, CONTEXT, 1, random(3 * N * CONTEXT, 1, "contexts"));
  }

  private static DirectRidge ridge() {
    int features = N * new LagBins(CONTEXT).count();
    return new DirectRidge(N, CONTEXT, HORIZON, matrix(features, N * HORIZON, 0.2, "ridge"));
  }

  static Stream<Forecaster> linear() {
    double[][][] lags = {matrix(N, N, 0.3, "one"), matrix(N, N, 0.2, "two")};
    return Stream.of(
        new VectorAutoregression(lags),
        new Persistence(),
        new DampedPersistence(new double[] {0.8, 0.5, 0.4, 0.3}),
        ridge());
  }

  /** Without any ability. */
  private static Forecaster plain(Forecaster inner) {
    return new Forecaster() {
      @Override
      public String name() {
        return inner.name();
      }

      @Override
      public SignalBatch forecast(SignalBatch context, int horizon, Progress progress) {
        return inner.forecast(context, horizon, progress);
      }
    };
  }

  private static EffectiveConnectivity effects(Forecaster forecaster, double size, int horizon) {
    return EffectiveConnectivity.byRollouts(
        forecaster, Regions.numbered("R", N), contexts(), size, horizon, Progress.NONE);
  }

  private static void same(
      EffectiveConnectivity expected, EffectiveConnectivity found, double tolerance) {
    for (int u = 0; u < N; u++) {
      for (int v = 0; v < N; v++) {
        for (int t = 0; t < expected.perFrame()[u][v].length; t++) {
          String at = u + " to " + v + ", frame " + t;
          assertEquals(expected.perFrame()[u][v][t], found.perFrame()[u][v][t], tolerance, at);
          assertEquals(expected.spread()[u][v][t], found.spread()[u][v][t], tolerance, at);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("linear")
  void ofALinearForecast(Forecaster forecaster) {
    assertTrue(forecaster.as(ImpulseForecaster.class).isPresent());
    for (int horizon : new int[] {2, HORIZON, HORIZON + 3}) {
      same(effects(plain(forecaster), 0.5, horizon), effects(forecaster, 0.5, horizon), 2e-7);
    }
  }

  @Test
  void theDerivativeOfALinearForecastIsThatOfReversePasses() {
    Differentiable var = (Differentiable) linear().findFirst().orElseThrow();
    Differentiable passes =
        new Differentiable() {
          @Override
          public String name() {
            return "passes";
          }

          @Override
          public SignalBatch forecast(SignalBatch context, int horizon, Progress progress) {
            return var.forecast(context, horizon, progress);
          }

          @Override
          public SignalBatch pull(SignalBatch context, SignalBatch weights) {
            return var.pull(context, weights);
          }
        };
    Regions regions = Regions.numbered("R", N);
    var expected = EffectiveConnectivity.byJacobian(passes, regions, contexts(), 3, Progress.NONE);
    var found = EffectiveConnectivity.byJacobian(var, regions, contexts(), 3, Progress.NONE);
    for (int u = 0; u < N; u++) {
      for (int v = 0; v < N; v++) {
        for (int t = 0; t < 3; t++) {
          assertEquals(expected.perFrame()[u][v][t], found.perFrame()[u][v][t], 1e-12);
        }
      }
    }
  }

  @Test
  void ofNetworksBesideALinearForecast() {
    var people = WindowSet.of(List.of(signals()), CONTEXT, HORIZON, 1);
    ContextFeatures features = ContextFeatures.fit(FeatureSettings.ALL, people);
    ModelSettings core =
        ModelSettings.builder(N)
            .signals(3)
            .hidden(6)
            .maps(3)
            .width(8)
            .context(CONTEXT)
            .horizon(HORIZON)
            .method("midpoint")
            .precision(Precision.DOUBLE)
            .build();
    ResidualSettings settings = new ResidualSettings(core, features.count(), 2);
    double[][] all = new double[N][N];
    Arrays.stream(all).forEach(row -> Arrays.fill(row, 1));
    List<ResidualBrainDyn> members = new ArrayList<>();
    for (int m = 0; m < 3; m++) {
      ResidualDynamics residual =
          ResidualDynamics.create(settings, BrainGraph.ofMatrix(all), Seed.of(5).derive("m", m));
      double[] values = residual.parameters().numbers();
      for (int i = 0; i < values.length; i++) {
        values[i] *= 3; // as drawn, residuals are nearly 0
      }
      residual.parameters().setNumbers(values);
      members.add(new ResidualBrainDyn("m" + m, ridge(), features, residual, null));
    }
    ResidualEnsemble ensemble = new ResidualEnsemble("mean", members);
    DifferentiableEnsemble old = new DifferentiableEnsemble("mean", members);
    for (int horizon : new int[] {1, 3, HORIZON}) {
      assertTrue(ensemble.impulses(contexts(), 0.7, horizon, Progress.NONE).isPresent());
      same(effects(plain(old), 0.7, horizon), effects(ensemble, 0.7, horizon), 1e-7);
    }
    assertTrue(ensemble.impulses(contexts(), 0.7, HORIZON + 1, Progress.NONE).isEmpty());
    same(effects(plain(old), 0.7, HORIZON + 1), effects(ensemble, 0.7, HORIZON + 1), 1e-12);
    double most = 0;
    for (double[][] source : effects(ensemble, 0.7, 3).spread()) {
      for (double[] target : source) {
        most = Math.max(most, target[2]);
      }
    }
    assertTrue(most > 1e-4, "the residual depends on the window: " + most);
    members.forEach(ResidualBrainDyn::close);
  }

  private static org.braindyn.data.RegionSignals signals() {
    return new org.braindyn.data.RegionSignals(
        Regions.numbered("R", N), matrix(N, 60, 1, "signals"), 2, "made");
  }
}
