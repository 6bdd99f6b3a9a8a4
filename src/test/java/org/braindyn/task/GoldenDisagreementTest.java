package org.braindyn.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.braindyn.data.Precision;
import org.braindyn.data.SignalBatch;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.Golden;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Per-edge disagreement and the field itself, against the released implementation's numbers. */
class GoldenDisagreementTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a_directed",
        "b_undirected",
        "c_two_signals_two_layers",
        "d_no_lstm",
        "e_rollout"
      })
  void delta(String file) {
    Golden golden = Golden.read(file);
    double[] expected = golden.numbers("f64/delta");
    try (BrainDyn model = golden.model(golden.settings("rk4", Precision.DOUBLE))) {
      SignalBatch stalks = model.embed(golden.batch("x_history")).stalks();
      int block = model.graph().edges() * model.settings().maps();
      assertEquals(expected.length, block * stalks.windows());
      for (int w = 0; w < stalks.windows(); w++) {
        double[] delta =
            SheafDisagreement.delta(model.settings(), model.parameters(), stalks, model.graph(), w);
        for (int i = 0; i < block; i++) {
          assertEquals(expected[w * block + i], delta[i], 1e-12);
        }
      }
    }
  }

  /** One Euler step of length dt moves the last sample by dt times the field. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a_directed",
        "b_undirected",
        "c_two_signals_two_layers",
        "d_no_lstm",
        "e_rollout"
      })
  void field(String file) {
    Golden golden = Golden.read(file);
    double[] expected = golden.numbers("f64/dxdt");
    try (BrainDyn model = golden.model(golden.settings("euler", Precision.DOUBLE))) {
      SignalBatch context = golden.batch("x_history");
      SignalBatch next = model.forecast(context, 1);
      int at = 0;
      for (int b = 0; b < context.windows(); b++) {
        for (int n = 0; n < context.regions(); n++) {
          int last = context.index(b, n, context.steps() - 1);
          for (int f = 0; f < context.signals(); f++) {
            double moved = next.values()[next.index(b, n, 0) + f] - context.values()[last + f];
            assertEquals(expected[at++], moved / model.settings().dt(), 1e-12);
          }
        }
      }
    }
  }
}
