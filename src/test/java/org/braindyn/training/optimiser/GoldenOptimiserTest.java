package org.braindyn.training.optimiser;

import static org.braindyn.model.Golden.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.braindyn.data.Precision;
import org.braindyn.data.SignalBatch;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.Golden;
import org.braindyn.model.parameter.Gradient;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Parameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** AdamW steps, clipping and five-step loss curves of the released implementation. */
class GoldenOptimiserTest {
  private static double step(
      BrainDyn model, AdamW optimiser, SignalBatch context, SignalBatch target, double[] norm) {
    Gradient gradient = model.parameters().zeros();
    double loss = model.lossAndGradient(context, target, gradient);
    norm[0] = GradientClipping.clip(gradient, 1.0);
    optimiser.step(model.parameters(), gradient);
    return loss;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a_directed",
        "b_undirected",
        "c_two_signals_two_layers",
        "d_no_lstm",
        "e_rollout"
      })
  void stepsAndLossCurve(String file) {
    Golden golden = Golden.read(file);
    ModelSettings settings = golden.settings("rk4", Precision.DOUBLE);
    try (BrainDyn model = golden.model(settings)) {
      AdamW optimiser = new AdamW(model.parameters().size(), 1e-3, 1e-5);
      double[] curve = golden.numbers("f64/rk4/loss_curve_5_steps");
      for (int i = 0; i < curve.length; i++) {
        double loss =
            step(
                model,
                optimiser,
                golden.batch("x_history"),
                golden.stepsFirst("target"),
                new double[1]);
        assertEquals(curve[i], loss, 1e-9, "loss before step " + (i + 1));
        if (i == 0) {
          compare(golden, "f64/rk4/after_adamw/", model.parameters());
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a_directed",
        "b_undirected",
        "c_two_signals_two_layers",
        "d_no_lstm",
        "e_rollout"
      })
  void strongClipping(String file) {
    Golden golden = Golden.read(file);
    SignalBatch target = golden.stepsFirst("target");
    double scale = golden.scalar("f64/clip/target_scale");
    Arrays.setAll(target.values(), i -> target.values()[i] * scale);
    try (BrainDyn model = golden.model(golden.settings("rk4", Precision.DOUBLE))) {
      AdamW optimiser = new AdamW(model.parameters().size(), 1e-3, 1e-5);
      double[] norm = new double[1];
      double loss = step(model, optimiser, golden.batch("x_history"), target, norm);
      assertEquals(golden.scalar("f64/clip/loss"), loss, 1e-9 * loss);
      assertEquals(golden.scalar("f64/clip/grad_norm_before"), norm[0], 1e-9 * norm[0]);
      compare(golden, "f64/clip/after_adamw/", model.parameters());
    }
  }

  private static void compare(Golden golden, String prefix, Parameters parameters) {
    int compared = 0;
    for (Parameters.Entry e : parameters.entries()) {
      if (golden.has(prefix + e.name())) {
        double[] ours = parameters.get(e.name());
        assertClose(golden.numbers(prefix + e.name()), ours, 1e-9, prefix + e.name());
        compared++;
      }
    }
    assertEquals(true, compared > 0, "no array under " + prefix);
  }
}
