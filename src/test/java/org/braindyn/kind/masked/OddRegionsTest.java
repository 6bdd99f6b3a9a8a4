package org.braindyn.kind.masked;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.Region;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.SignalBatch;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.models.ModelFit;
import org.braindyn.models.SampleModels;
import org.braindyn.training.TrainingWatch;
import org.junit.jupiter.api.Test;

/** Constant, missing and reordered regions of a masked model. */
class OddRegionsTest {
  private static final MaskedKind KIND = new MaskedKind();

  private static RegionSignals constant(int person, int region) {
    RegionSignals all = SampleModels.recording(person, 90);
    double[][] values = Arrays.stream(all.values()).map(double[]::clone).toArray(double[][]::new);
    Arrays.fill(values[region], 100);
    return all.withValues(values);
  }

  private static TrainedModel train(String more, RegionSignals... people) {
    TrainingSplit split = TrainingSplit.all(List.of(people), 12, 6);
    return KIND.train(
        split,
        null,
        KIND.defaults().with("epochs=2; width=8; depth=1; windows=16; " + more),
        TrainingWatch.of(Progress.NONE));
  }

  private static SignalBatch context(boolean silent) {
    SignalBatch context = new SignalBatch(2, 4, 12);
    for (int i = 0; i < context.values().length; i++) {
      context.values()[i] = silent && i / 12 % 4 == 2 ? 0 : Math.sin(0.7 * i);
    }
    return context;
  }

  /** A constant region is zeros in units of its context; nothing becomes infinite. */
  @Test
  void aConstantRegionIsFilledNearItsMean() {
    try (TrainedModel model = train("rate=1e-3", constant(1, 2), constant(2, 2))) {
      SignalBatch forecast = model.forecaster().forecast(context(true), 8, Progress.NONE);
      for (int w = 0; w < 2; w++) {
        for (int t = 0; t < 8; t++) {
          assertEquals(0, forecast.get(w, 2, t), 0.05);
          assertTrue(Double.isFinite(forecast.get(w, 0, t)));
        }
      }
      double[] scan = model.embedder().orElseThrow().embed(constant(3, 2), Progress.NONE).scan();
      assertTrue(Arrays.stream(scan).allMatch(Double::isFinite));
    }
  }

  @Test
  void missingValuesAreNamed() {
    RegionSignals good = SampleModels.recording(1, 90);
    double[][] values = Arrays.stream(good.values()).map(double[]::clone).toArray(double[][]::new);
    Arrays.fill(values[1], Double.NaN);
    BadInput e =
        assertThrows(
            BadInput.class,
            () -> train("rate=1e-3", SampleModels.recording(2, 90), good.withValues(values)));
    assertTrue(e.getMessage().contains("NaN"), e.getMessage());
  }

  @Test
  void anotherOrderOfRegionsIsRefusedByName() {
    try (TrainedModel model =
        train("rate=1e-3", SampleModels.recording(1, 90), SampleModels.recording(2, 90))) {
      RegionSignals good = SampleModels.recording(3, 60);
      List<Region> turned = new ArrayList<>(good.regions().list());
      Collections.swap(turned, 0, 3);
      RegionSignals other =
          new RegionSignals(new Regions(turned), good.values(), good.interval(), "turned");
      ModelFit.check(model, good, "The model");
      BadInput e = assertThrows(BadInput.class, () -> ModelFit.check(model, other, "The model"));
      assertTrue(e.getMessage().contains("A_L") && e.getMessage().contains("B_R"), e.getMessage());
    }
  }

  /**
   * Places in the gradients of connectivity, learnt from the training windows, go into the file.
   */
  @Test
  void placesCanBeGradientsOfConnectivity() {
    RegionSignals[] people = {SampleModels.recording(1, 90), SampleModels.recording(2, 90)};
    double[][] forecasts = new double[2][];
    for (int i = 0; i < 2; i++) {
      try (TrainedModel model = train("places=" + (i == 0 ? "gradients" : "coordinates"), people)) {
        double[] positions = model.arrays().get("positions").numbers();
        assertEquals(i == 0, Arrays.stream(positions).anyMatch(v -> v != 0));
        forecasts[i] = model.forecaster().forecast(context(false), 8, Progress.NONE).values();
      }
    }
    assertTrue(!Arrays.equals(forecasts[0], forecasts[1]));
    assertArrayEquals(new int[] {64, 64}, new int[] {forecasts[0].length, forecasts[1].length});
  }
}
