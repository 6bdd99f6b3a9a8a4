package org.braindyn.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.braindyn.data.BadInput;
import org.braindyn.data.Precision;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.graph.BrainGraph;
import org.braindyn.model.parameter.Coupling;
import org.braindyn.model.parameter.Gradient;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.ResidualSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResidualDynamicsTest {
  private static final int REGIONS = 4;
  private static final int FEATURES = 5;

  private static ResidualDynamics model(Coupling coupling, int embedding) {
    BrainGraph graph =
        new BrainGraph(
            REGIONS,
            new int[] {0, 1, 2, 1},
            new int[] {1, 2, 0, 0},
            new double[] {1, 0.5, 0.3, 0.2});
    ModelSettings core =
        ModelSettings.builder(REGIONS)
            .signals(3)
            .hidden(4)
            .maps(3)
            .width(6)
            .horizon(4)
            .coupling(coupling)
            .method("midpoint")
            .precision(Precision.DOUBLE)
            .degreeNormalised(true)
            .build();
    ResidualDynamics model =
        ResidualDynamics.create(new ResidualSettings(core, FEATURES, embedding), graph, Seed.of(3));
    Seed.Stream random = Seed.of(4).stream("away from the start");
    double[] values = model.parameters().numbers();
    for (int i = 0; i < values.length; i++) {
      values[i] += 0.2 * random.gaussian();
    }
    model.parameters().setNumbers(values);
    return model;
  }

  private static SignalBatch batch(int windows, int steps, int signals, String name) {
    Seed.Stream random = Seed.of(5).stream(name);
    double[] values = new double[windows * REGIONS * steps * signals];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.gaussian();
    }
    return new SignalBatch(windows, REGIONS, steps, signals, values);
  }

  @ParameterizedTest
  @EnumSource(Coupling.class)
  void gradientIsThatOfDifferences(Coupling coupling) {
    compare(coupling, 0);
  }

  /** Generalised teacher forcing: the residual is drawn to what it should be at every step. */
  @Test
  void gradientOfForcing() {
    compare(Coupling.SHEAF, 0.4);
    compare(Coupling.SHEAF, 1);
  }

  private static void compare(Coupling coupling, double forcing) {
    try (ResidualDynamics model = model(coupling, 2)) {
      SignalBatch features = batch(3, 1, FEATURES, "features");
      SignalBatch target = batch(3, 4, 1, "target");
      Gradient gradient = model.parameters().zeros();
      Gradient unwanted = model.parameters().zeros();
      model.lossAndGradient(features, target, forcing, gradient);
      double[] p = model.parameters().numbers();
      for (int i = 0; i < p.length; i++) {
        double kept = p[i];
        double step = 1e-5;
        p[i] = kept + step;
        model.parameters().setNumbers(p);
        double above = model.lossAndGradient(features, target, forcing, unwanted);
        p[i] = kept - step;
        model.parameters().setNumbers(p);
        double below = model.lossAndGradient(features, target, forcing, unwanted);
        p[i] = kept;
        double expected = (above - below) / (2 * step);
        assertEquals(expected, gradient.values()[i], 1e-7 + 1e-6 * Math.abs(expected), "at " + i);
      }
    }
  }

  @Test
  void lossIsThatOfTheForecast() {
    try (ResidualDynamics model = model(Coupling.SHEAF, 1)) {
      SignalBatch features = batch(300, 1, FEATURES, "features");
      SignalBatch target = batch(300, 4, 1, "target");
      SignalBatch forecast = model.forecast(features);
      double mse = 0;
      for (int i = 0; i < forecast.values().length; i++) {
        double error = forecast.values()[i] - target.values()[i];
        mse += error * error / forecast.values().length;
      }
      double loss = model.lossAndGradient(features, target, model.parameters().zeros());
      assertEquals(mse, loss, 1e-12);
      // windows do not know one another
      SignalBatch part = model.forecast(features.slice(290, 293));
      assertArrayEquals(forecast.slice(290, 293).values(), part.values(), 1e-12);
    }
  }

  @Test
  void messagesReachNeighboursOnly() {
    try (ResidualDynamics model = model(Coupling.SHEAF, 0)) {
      SignalBatch features = batch(1, 1, FEATURES, "features");
      SignalBatch before = model.forecast(features);
      features.values()[features.index(0, 3, 0)] += 1; // region 3 has no edge
      SignalBatch alone = model.forecast(features);
      features.values()[features.index(0, 1, 0)] += 1;
      SignalBatch joined = model.forecast(features);
      assertEquals(before.get(0, 0, 2), alone.get(0, 0, 2));
      assertTrue(before.get(0, 3, 2) != alone.get(0, 3, 2));
      assertTrue(Math.abs(alone.get(0, 0, 2) - joined.get(0, 0, 2)) > 1e-6);
    }
  }

  @Test
  void otherFeaturesAreRefused() {
    try (ResidualDynamics model = model(Coupling.SHEAF, 0)) {
      BadInput e = assertThrows(BadInput.class, () -> model.forecast(batch(2, 1, 4, "few")));
      assertTrue(e.getMessage().contains("needs 5 features"), e.getMessage());
    }
  }
}
