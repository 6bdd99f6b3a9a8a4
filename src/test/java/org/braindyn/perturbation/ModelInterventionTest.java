package org.braindyn.perturbation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.braindyn.data.BadInput;
import org.braindyn.data.Precision;
import org.braindyn.data.Progress;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.BrainDynForecaster;
import org.braindyn.graph.BrainGraph;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Variant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Perturbations of the model itself: exactly nothing reaches a region that is cut off. */
class ModelInterventionTest {
  private static final Regions REGIONS = Regions.numbered("R", 5);

  /** 1 - 2 - 3 - 4 in both directions; 5 has no link. */
  private static BrainGraph chain() {
    double[][] edges = new double[5][5];
    for (int i = 0; i < 3; i++) {
      edges[i][i + 1] = 1;
      edges[i + 1][i] = 1;
    }
    return BrainGraph.ofMatrix(edges);
  }

  private static BrainDyn model(Variant variant) {
    ModelSettings settings =
        ModelSettings.builder(5)
            .hidden(4)
            .maps(4)
            .width(8)
            .context(6)
            .horizon(3)
            .variant(variant)
            .precision(Precision.FLOAT)
            .build();
    return BrainDyn.create(settings, chain(), Seed.of(3));
  }

  private static SignalBatch contexts() {
    SignalBatch batch = new SignalBatch(70, 5, 6);
    Seed.Stream random = Seed.of(2).stream("context");
    for (int i = 0; i < batch.values().length; i++) {
      batch.values()[i] = random.gaussian();
    }
    return batch;
  }

  private static double[] largest(BrainDyn model, String text) {
    PerturbationMap map =
        PerturbationMap.compute(
            new BrainDynForecaster(model),
            REGIONS,
            2,
            contexts(),
            Perturbation.parse(text, 2),
            PerturbationMap.Settings.frames(9),
            Progress.NONE);
    double[] largest = new double[5];
    for (int r = 0; r < 5; r++) {
      for (int w = 0; w < 70; w++) {
        for (int t = 0; t < 9; t++) {
          largest[r] = Math.max(largest[r], Math.abs(map.effects().get(w, r, t)));
        }
      }
    }
    return largest;
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void regionWithoutLinksChangesNoOther(Variant variant) {
    try (BrainDyn model = model(variant)) {
      for (String text :
          new String[] {"impulse on R 5 size 3", "step on R 5 size 1", "silence on R 5 onset 0"}) {
        double[] effect = largest(model, text);
        for (int r = 0; r < 4; r++) {
          assertEquals(0.0, effect[r], 0.0, text + ": exactly 0 in " + REGIONS.get(r).name());
        }
        assertTrue(effect[4] > 0, text);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void cutRegionNeitherSendsNorReceives(Variant variant) {
    try (BrainDyn model = model(variant)) {
      double[] whole = largest(model, "impulse on R 1 size 2");
      assertTrue(whole[1] > 1e-4, "neighbour answers");
      double[] cut = largest(model, "cut on R 2");
      assertTrue(cut[0] > 1e-4 && cut[2] > 1e-4, "its neighbours lose its messages");
      assertEquals(0.0, cut[4], 0.0, "who had no link loses nothing");
    }
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void stateIsDrivenInTheContinuousVariantOnly(Variant variant) {
    try (BrainDyn model = model(variant)) {
      String text = "step on R 1 size 1 onset 0 duration 2 into state";
      assertEquals(text, Perturbation.parse(text, 2).toString());
      if (variant == Variant.RELEASED) {
        assertThrows(BadInput.class, () -> largest(model, text));
      } else {
        double[] effect = largest(model, text);
        assertTrue(effect[0] > 1 && effect[1] > 1e-4, "itself and its neighbour");
        assertEquals(0.0, effect[4], 0.0);
      }
    }
    assertThrows(BadInput.class, () -> Perturbation.parse("silence on R 1 into state", 2));
    assertThrows(BadInput.class, () -> Perturbation.parse("step on R 1 into space", 2));
  }
}
