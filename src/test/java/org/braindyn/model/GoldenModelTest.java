package org.braindyn.model;

import static org.braindyn.model.Golden.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.braindyn.data.Precision;
import org.braindyn.data.SignalBatch;
import org.braindyn.model.parameter.Embedding;
import org.braindyn.model.parameter.Gradient;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Parameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The released implementation's numbers, files a to e. */
class GoldenModelTest {
  private static final String A = "a_directed";
  private static final String B = "b_undirected";
  private static final String C = "c_two_signals_two_layers";
  private static final String D = "d_no_lstm";
  private static final String E = "e_rollout";

  @ParameterizedTest
  @ValueSource(strings = {A, B, C, D, E})
  void stalksAndMessages(String file) {
    Golden golden = Golden.read(file);
    for (Precision precision : Precision.values()) {
      boolean exact = precision == Precision.DOUBLE;
      String bits = exact ? "f64/" : "f32/";
      try (BrainDyn model = golden.model(golden.settings("rk4", precision))) {
        Embedding embedding = model.embed(golden.batch("x_history"));
        double tolerance = exact ? 1e-12 : 2e-6;
        assertClose(golden.numbers(bits + "h_t"), embedding.stalks().values(), tolerance, "h");
        assertClose(golden.numbers(bits + "lap_h"), embedding.messages().values(), tolerance, "L");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    A + ",rk4",
    A + ",euler",
    A + ",midpoint",
    B + ",rk4",
    B + ",euler",
    B + ",midpoint",
    C + ",rk4",
    C + ",euler",
    C + ",midpoint",
    D + ",rk4",
    D + ",euler",
    D + ",midpoint",
    E + ",rk4"
  })
  void forecasts(String file, String method) {
    Golden golden = Golden.read(file);
    for (Precision precision : Precision.values()) {
      boolean exact = precision == Precision.DOUBLE;
      String key = (exact ? "f64/" : "f32/") + method + "/x_pred";
      SignalBatch expected = golden.stepsFirst(key);
      try (BrainDyn model = golden.model(golden.settings(method, precision))) {
        SignalBatch forecast = model.forecast(golden.batch("x_history"), expected.steps());
        assertClose(expected.values(), forecast.values(), exact ? 1e-12 : 2e-6, key);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {A, B, C, D})
  void adaptiveForecasts(String file) {
    Golden golden = Golden.read(file);
    SignalBatch truth = golden.stepsFirst("f64/exact_ode/x_pred");
    try (BrainDyn model = golden.model(golden.settings("dopri5", Precision.DOUBLE))) {
      SignalBatch forecast = model.forecast(golden.batch("x_history"), truth.steps());
      assertClose(truth.values(), forecast.values(), 1e-6, "against the exact solution");
      double[] theirs = golden.stepsFirst("f64/dopri5/x_pred").values();
      assertClose(theirs, forecast.values(), 2e-6, "against dopri5");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {A, B, C, D, E})
  void gradients(String file) {
    Golden golden = Golden.read(file);
    for (Precision precision : Precision.values()) {
      boolean exact = precision == Precision.DOUBLE;
      String bits = exact ? "f64/" : "f32/";
      ModelSettings settings = golden.settings("rk4", precision);
      try (BrainDyn model = golden.model(settings)) {
        Gradient gradient = model.parameters().zeros();
        double loss =
            model.lossAndGradient(golden.batch("x_history"), golden.stepsFirst("target"), gradient);
        double tolerance = exact ? 1e-10 : 2e-5;
        assertEquals(golden.scalar(bits + "rk4/mse"), loss, tolerance);
        assertEquals(golden.scalar(bits + "rk4/grad_norm"), gradient.norm(), tolerance);
        for (Parameters.Entry e : gradient.entries()) {
          String key = bits + "rk4/grad/" + e.name();
          assertClose(golden.numbers(key), gradient.get(e.name()), tolerance, key);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {E})
  void rollout(String file) {
    Golden golden = Golden.read(file);
    for (Precision precision : Precision.values()) {
      boolean exact = precision == Precision.DOUBLE;
      String bits = exact ? "f64/rollout/" : "f32/rollout/";
      ModelSettings settings =
          golden
              .settings("rk4", precision)
              .change()
              .horizon(golden.integer("rollout_chunk"))
              .build();
      try (BrainDyn model = golden.model(settings)) {
        SignalBatch context = golden.batch("x_history");
        double tolerance = exact ? 1e-10 : 2e-6;
        SignalBatch forecast = model.forecast(context, golden.integer("rollout_steps"));
        SignalBatch expected = golden.stepsFirst(bits + "x_pred");
        assertClose(expected.values(), forecast.values(), tolerance, "rollout");
        Gradient gradient = model.parameters().zeros();
        double loss = model.lossAndGradient(context, golden.stepsFirst("rollout_target"), gradient);
        assertEquals(golden.scalar(bits + "mse"), loss, exact ? 1e-12 : 2e-6);
        for (Parameters.Entry e : gradient.entries()) {
          double[] theirs = golden.numbers(bits + "grad/" + e.name());
          double[] ours = gradient.get(e.name());
          assertClose(theirs, ours, exact ? 1e-10 : 2e-5, e.name());
        }
      }
    }
  }
}
