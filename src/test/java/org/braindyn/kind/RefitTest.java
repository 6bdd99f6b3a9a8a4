package org.braindyn.kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.models.SampleModels;
import org.braindyn.perturbation.significance.RefitNull;
import org.braindyn.perturbation.significance.Surrogates;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.TrainingWatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models for null distributions follow from a model's provenance, and are whole or not at all. */
class RefitTest {
  private static final List<RegionSignals> RECORDINGS = List.of(SampleModels.recording(5, 60));
  private static final Pattern EPOCH = Pattern.compile("Epoch (\\d+) of (\\d+)");

  /** Trained for few epochs of which the last is not the best. */
  private static TrainedModel model(String name) {
    RegionSignals signals = SampleModels.recording(3, 100);
    WindowSet train = WindowSet.of(List.of(signals), 12, 3, 1);
    // Whoever validates on noise of another brain is best early, at this rate.
    WindowSet other = WindowSet.of(List.of(SampleModels.recording(9, 60)), 12, 3, 1);
    TrainingSplit split = TrainingSplit.ofRecording(signals, train, other, "");
    ModelKind kind = ModelKinds.named(name);
    KindSettings settings =
        kind.defaults().with("epochs=12; rate=0.05; batch=16; hidden=4; maps=2; method=euler");
    return kind.train(split, null, settings, TrainingWatch.of(Progress.NONE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"released", "linear skip"})
  void endsAfterTheBestEpochOfThePlan(String name) {
    try (TrainedModel model = model(name)) {
      int best = model.provenance().middleEpoch();
      assertTrue(best > 0 && best < 12, "best epoch " + best);
      TreeSet<Integer> epochs = new TreeSet<>();
      Progress seen =
          new Progress() {
            @Override
            public synchronized void report(double fraction, String message) {
              Matcher m = EPOCH.matcher(message);
              if (m.find()) {
                epochs.add(Integer.parseInt(m.group(1)));
                assertEquals("12", m.group(2));
              }
            }

            @Override
            public boolean cancelled() {
              return false;
            }
          };
      model.refit().fit(RECORDINGS, Seed.of(2), seen).close();
      assertEquals(best, epochs.last());
    }
  }

  /** The fault: Esc in the last one left a half-trained model that counted as complete. */
  @ParameterizedTest
  @ValueSource(strings = {"released", "linear skip", "no graph"})
  void escInTheLastSurrogateLeavesNoNull(String name) {
    AtomicInteger analysed = new AtomicInteger();
    boolean[] stop = new boolean[2];
    Progress esc =
        new Progress() {
          @Override
          public synchronized void report(double fraction, String message) {
            stop[1] |= message != null && message.matches("(?s).*surrogate 3.*Epoch 2.*");
          }

          @Override
          public boolean cancelled() {
            return stop[1];
          }
        };
    KindSettings settings =
        ModelKinds.named(name).defaults().with("epochs=5; hidden=4; maps=2; method=euler");
    ModelShape shape = new ModelShape(4, 1, 12, 3, org.braindyn.data.Precision.FLOAT);
    RefitNull.Fit fit = new Refit(ModelKinds.named(name), shape, null, settings);
    assertThrows(
        Cancelled.class,
        () ->
            new RefitNull(Surrogates.CIRCULAR_SHIFT, 3, Seed.of(1))
                .run(
                    RECORDINGS,
                    fit,
                    (model, fakes) -> {
                      analysed.incrementAndGet();
                      return new double[1];
                    },
                    esc));
    assertTrue(analysed.get() < 4, "of the recordings and 3 surrogates only complete ones count");
    assertTrue(stop[1], "stopped inside the third");
  }
}
