package org.braindyn.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.graph.BrainGraph;
import org.braindyn.model.parameter.Gradient;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Parameters;
import org.braindyn.training.optimiser.AdamW;
import org.junit.jupiter.api.Test;

/** When a model's parameters are outside the heap, and that nothing else changes by it. */
class SettledParametersTest {
  private static final BrainGraph GRAPH =
      BrainGraph.ofMatrix(new double[][] {{0, 1, 0}, {1, 0, 1}, {0, 1, 0}});
  private static final ModelSettings SETTINGS =
      ModelSettings.builder(3).hidden(4).maps(2).width(8).context(6).horizon(3).build();

  private static SignalBatch noise(int steps) {
    SignalBatch batch = new SignalBatch(2, 3, steps);
    Seed.Stream random = Seed.of(1).stream("signals");
    Arrays.setAll(batch.values(), i -> random.gaussian());
    return batch;
  }

  private static void step(BrainDyn model) {
    Gradient gradient = model.parameters().zeros();
    model.lossAndGradient(noise(6), noise(3), gradient);
    try (AdamW optimiser = new AdamW(gradient.size(), 1e-2, 0)) {
      optimiser.step(model.parameters(), gradient);
    }
  }

  @Test
  void fromTheFirstComputationUntilTheLastModelIsClosed() {
    BrainDyn one = BrainDyn.create(SETTINGS, GRAPH, Seed.of(1));
    Parameters shared = one.parameters();
    BrainDyn two = BrainDyn.of(SETTINGS, GRAPH, shared);
    double[] drawn = shared.numbers();
    assertFalse(shared.store().settled(), "a model that stands in a file or list costs nothing");
    two.close();
    step(one);
    assertTrue(shared.store().settled());
    two.forecast(noise(6), 3);
    one.close();
    one.close();
    assertTrue(shared.store().settled(), "the other model computes with them");
    assertFalse(shared.copy().store().settled());
    two.close();
    assertFalse(shared.store().settled());
    double[] moved = shared.numbers();
    assertFalse(Arrays.equals(drawn, moved));
    step(one);
    one.close();
    BrainDyn alone = BrainDyn.create(SETTINGS, GRAPH, Seed.of(1));
    step(alone);
    assertArrayEquals(moved, alone.parameters().numbers());
    step(alone);
    assertArrayEquals(shared.numbers(), alone.parameters().numbers());
    alone.close();
  }
}
