package org.braindyn.kind.masked;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.imputation.KalmanSmoother;
import org.braindyn.imputation.LagMoments;
import org.braindyn.imputation.StateSpace;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.models.SampleModels;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.TrainingWatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The masked autoencoder as a kind: its anchor against the smoother, its settings, its seed. */
class MaskedKindTest {
  private static final MaskedKind KIND = new MaskedKind();

  private static TrainingSplit blind() {
    List<RegionSignals> people =
        List.of(SampleModels.recording(1, 90), SampleModels.recording(2, 90));
    return TrainingSplit.all(people, 12, 6);
  }

  private static KindSettings small() {
    return KIND.defaults().with("epochs=2; width=8; depth=1; windows=16");
  }

  private static SignalBatch context() {
    SignalBatch context = new SignalBatch(3, 4, 12);
    Arrays.setAll(context.values(), i -> Math.sin(0.7 * i) + 0.3 * Math.cos(i * i));
    return context;
  }

  private static double[] forecast(KindSettings settings) {
    try (TrainedModel model =
        KIND.train(blind(), null, settings, TrainingWatch.of(Progress.NONE))) {
      return model.forecaster().forecast(context(), 8, Progress.NONE).values();
    }
  }

  /** The filter for forecasts gives what the smoother gives with the future hidden. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void theFastAnchorIsTheSmoother(int order) {
    List<double[][]> people = new ArrayList<>();
    for (int p = 0; p < 3; p++) {
      people.add(SampleModels.recording(p, 200).values());
    }
    LagMoments moments = LagMoments.ofScaled(people, order);
    int past = 30;
    int samples = 36;
    double[][] z = SampleModels.recording(9, samples).values();
    boolean[][] seen = new boolean[4][samples];
    double[] flat = new double[4 * samples];
    for (int n = 0; n < 4; n++) {
      Arrays.fill(seen[n], 0, past, true);
      System.arraycopy(z[n], 0, flat, n * samples, past);
    }
    StateSpace model = StateSpace.of(moments, order, 0.03);
    double[][] smooth = new KalmanSmoother(model, 0.1).fill(z, seen, Progress.NONE).mean();
    new LinearAnchor(moments, order).forecast(past).fill(List.of(flat), samples);
    for (int n = 0; n < 4; n++) {
      assertArrayEquals(
          Arrays.copyOfRange(smooth[n], past, samples),
          Arrays.copyOfRange(flat, n * samples + past, (n + 1) * samples),
          1e-8);
    }
  }

  @Test
  void equalSeedsGiveEqualForecastsAndOthersDoNot() {
    double[] first = forecast(small());
    assertArrayEquals(first, forecast(small()));
    assertFalse(Arrays.equals(first, forecast(small().with(Seed.of(2)))));
    assertFalse(Arrays.equals(first, forecast(small().with("anchored", "no"))));
    assertFalse(Arrays.equals(first, forecast(small().with("masks", "future"))));
  }

  /**
   * What lies behind the past in time cannot matter, nor what is fed back change the first patch.
   */
  @Test
  void aLongForecastBeginsLikeAShortOne() {
    try (TrainedModel model = KIND.train(blind(), null, small(), TrainingWatch.of(Progress.NONE))) {
      SignalBatch few = model.forecaster().forecast(context(), 6, Progress.NONE);
      SignalBatch many = model.forecaster().forecast(context(), 15, Progress.NONE);
      for (int n = 0; n < 4; n++) {
        for (int t = 0; t < 6; t++) {
          assertEquals(few.get(1, n, t), many.get(1, n, t));
        }
        assertNotEquals(0, many.get(1, n, 14));
      }
    }
  }

  @Test
  void aPatchLongerThanTheHorizonIsRefused() {
    BadInput e = assertThrows(BadInput.class, () -> forecast(small().with("patch", 7)));
    assertTrue(e.getMessage().contains("patch=7") && e.getMessage().contains("at most 6"));
  }

  /** A network that a huge rate has spoilt is not kept, nor by a refit; what stands is linear. */
  @Test
  void whereValidationSaysSoTheLinearEstimateStandsAlone() {
    RegionSignals one = SampleModels.recording(1, 90);
    WindowSet train = WindowSet.of(List.of(one), 12, 6, 1);
    WindowSet validation = WindowSet.of(List.of(SampleModels.recording(2, 60)), 12, 6, 1);
    TrainingSplit split = TrainingSplit.ofRecording(one, train, validation, "by hand");
    KindSettings spoilt = small().with("rate=0.9; keep=chosen");
    TrainingWatch watch = TrainingWatch.of(Progress.NONE);
    try (TrainedModel chosen = KIND.train(split, null, spoilt, watch);
        TrainedModel network = KIND.train(split, null, spoilt.with("keep", "network"), watch);
        TrainedModel linear = KIND.train(split, null, spoilt.with("keep", "estimate"), watch)) {
      double[] expected = linear.forecaster().forecast(context(), 8, Progress.NONE).values();
      assertArrayEquals(
          expected, chosen.forecaster().forecast(context(), 8, Progress.NONE).values());
      assertFalse(
          Arrays.equals(
              expected, network.forecaster().forecast(context(), 8, Progress.NONE).values()));
      assertTrue(chosen.notes().get(0).contains("the linear estimate is kept"));
      assertEquals("estimate", chosen.provenance().again(KIND).word("keep"));
    }
  }

  @Test
  void theKindIsKnownByName() {
    assertEquals(MaskedKind.class, ModelKinds.named("masked").getClass());
  }
}
