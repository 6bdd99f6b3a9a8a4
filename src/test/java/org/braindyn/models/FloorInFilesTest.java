package org.braindyn.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.kind.DataIdentity;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.perturbation.StartingWindows;
import org.braindyn.signal.ContextNormalisation;
import org.braindyn.signal.WindowSet;
import org.braindyn.signal.Windows;
import org.braindyn.training.TrainingWatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that was trained with a floor of its own is asked with it, from its file too. */
class FloorInFilesTest {
  private static final int CONTEXT = 20;

  /** Four neurons that are silent for long and then fire once or several times. */
  private static RegionSignals rates(int person) {
    Seed.Stream random = Seed.of(person).stream("rates");
    double[][] x = new double[4][1500];
    for (double[] row : x) {
      for (int t = 0; t + 4 < row.length; t++) {
        if (random.uniform() < 0.03) {
          for (int k = 0; k < 4; k++) {
            row[t + k] += 20 * (4 - k);
          }
        }
      }
    }
    return new RegionSignals(SampleModels.REGIONS, x, SampleModels.INTERVAL, "neurons " + person);
  }

  private static TrainedModel trained(Path folder) {
    ModelKind kind = ModelKinds.named("VAR on windows");
    TrainingSplit split = TrainingSplit.all(List.of(rates(1)), CONTEXT, 5);
    Path file = folder.resolve("model.npz");
    try (TrainedModel model =
        kind.train(split, null, kind.defaults(), TrainingWatch.of(Progress.NONE))) {
      model.write(file);
    }
    return ModelKinds.read(file.toFile());
  }

  @Test
  void forecastsScaleContextsAsInTraining(@TempDir Path folder) {
    try (TrainedModel model = trained(folder)) {
      double floor = model.provenance().data().floor();
      assertTrue(floor > 1 && floor < 60, "" + floor);
      RegionSignals other = rates(2);
      WindowSet plain = WindowSet.of(List.of(other), CONTEXT, 5, 1);
      int changed = 0;
      for (int w = 0; w < plain.size(); w += 37) {
        Windows one = plain.withFloor(floor).range(w, w + 1);
        SignalBatch expected =
            one.normalisation()
                .restore(model.forecaster().forecast(one.context(), 5, Progress.NONE));
        ForecastSignals made = ForecastSignals.of(model, other, w + CONTEXT, 5, Progress.NONE);
        for (int r = 0; r < 4; r++) {
          for (int t = 0; t < 5; t++) {
            assertEquals(expected.get(0, r, t), made.forecast().values()[r][t], 1e-9);
          }
          changed += plain.range(w, w + 1).normalisation().sd()[r] < floor ? 1 : 0;
        }
        assertTrue(!made.notes(model, other).matches("(?s).*context: \\d{4,}.*"), () -> "" + made);
      }
      assertTrue(changed > 10, "" + changed);
      StartingWindows starts = StartingWindows.spread(List.of(other), CONTEXT, 64, floor);
      for (double sd : starts.scale().sd()) {
        assertTrue(sd >= floor);
      }
    }
  }

  @Test
  void generatedRatesStayRates(@TempDir Path folder) {
    try (TrainedModel model = trained(folder)) {
      GenerateSignals made =
          GenerateSignals.of(
              model,
              rates(2),
              new GenerateSignals.Wanted(400, 1, Seed.of(1), false),
              Progress.NONE);
      for (double[] row : made.signals().values()) {
        for (double v : row) {
          assertTrue(Math.abs(v) < 1000, "" + v);
        }
      }
    }
  }

  @Test
  void otherRecordingsKeepTheirWord() {
    DataIdentity plain =
        new DataIdentity(null, 1, "context", "", List.of(), List.of(), List.of(), Map.of());
    assertEquals("context", plain.withFloor(ContextNormalisation.FLOOR).normalisation());
    assertEquals(ContextNormalisation.FLOOR, plain.floor());
    assertEquals(7.25, plain.withFloor(7.25).floor());
    assertTrue(plain.withFloor(7.25).scalesContexts());
    DataIdentity wrong =
        new DataIdentity(
            null, 1, "context, sd at least much", "", List.of(), List.of(), List.of(), Map.of());
    assertTrue(assertThrows(BadInput.class, wrong::floor).getMessage().contains("much"));
  }
}
