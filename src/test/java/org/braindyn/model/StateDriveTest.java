package org.braindyn.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.braindyn.data.BadInput;
import org.braindyn.data.Precision;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.graph.BrainGraph;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Variant;
import org.junit.jupiter.api.Test;

class StateDriveTest {
  private static final BrainGraph CHAIN =
      BrainGraph.ofMatrix(new double[][] {{0, 1, 0}, {0, 0, 0}, {0, 0, 0}});

  private static BrainDyn model(Variant variant) {
    ModelSettings settings =
        ModelSettings.builder(3)
            .hidden(4)
            .maps(3)
            .width(8)
            .context(6)
            .horizon(4)
            .dt(0.5)
            .variant(variant)
            .precision(Precision.DOUBLE)
            .build();
    return BrainDyn.create(settings, CHAIN, Seed.of(5));
  }

  private static SignalBatch context() {
    SignalBatch batch = new SignalBatch(2, 3, 6);
    Seed.Stream random = Seed.of(2).stream("context");
    for (int i = 0; i < batch.values().length; i++) {
      batch.values()[i] = random.gaussian();
    }
    return batch;
  }

  @Test
  void withoutAnyFieldTheDriveIsAllThereIs() {
    try (BrainDyn model = model(Variant.CONTINUOUS)) {
      model.parameters().setNumbers(new double[model.parameters().size()]);
      double[][] drive = new double[3][6];
      drive[1] = new double[] {1, 0, -2, 0, 0.5, 0};
      SignalBatch out = model.forecast(context(), 6, drive, Progress.NONE);
      double sum = context().get(1, 1, 5);
      for (int t = 0; t < 6; t++) {
        sum += drive[1][t];
        assertEquals(sum, out.get(1, 1, t), 1e-12, "step " + t);
        assertEquals(context().get(1, 2, 5), out.get(1, 2, t), 1e-12);
      }
    }
  }

  @Test
  void driveReachesLinkedRegionsWithinTheChunkAndNoOther() {
    try (BrainDyn model = model(Variant.CONTINUOUS)) {
      double[][] drive = new double[3][4];
      drive[0][0] = 1;
      SignalBatch with = model.forecast(context(), 4, drive, Progress.NONE);
      SignalBatch without = model.forecast(context(), 4);
      SignalBatch nothing = model.forecast(context(), 4, new double[3][4], Progress.NONE);
      assertArrayEquals(without.values(), nothing.values(), 1e-14);
      assertTrue(Math.abs(with.get(0, 1, 3) - without.get(0, 1, 3)) > 1e-9, "linked");
      for (int t = 0; t < 4; t++) {
        assertEquals(without.get(0, 2, t), with.get(0, 2, t), 0.0, "not linked: exactly the same");
      }
    }
  }

  @Test
  void releasedVariantRefuses() {
    try (BrainDyn model = model(Variant.RELEASED)) {
      assertThrows(
          BadInput.class, () -> model.forecast(context(), 4, new double[3][4], Progress.NONE));
    }
  }
}
