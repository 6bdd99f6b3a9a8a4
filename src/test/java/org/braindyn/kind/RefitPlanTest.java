package org.braindyn.kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.TrainingSettings;
import org.junit.jupiter.api.Test;

/** Refits train as long as the model did, but not longer than p-values need. */
class RefitPlanTest {
  private static WindowSet windows(int regions, int frames) {
    double[][] values = new double[regions][frames];
    return WindowSet.of(
        List.of(new RegionSignals(Regions.numbered("R", regions), values, 1, "test")), 30, 10, 1);
  }

  @Test
  void whatIsShortStaysAsItWas() {
    TrainingSettings plan = TrainingSettings.defaults().withEpochs(30).withLast(5).withBatch(16);
    assertSame(plan, RefitPlan.of(plan, windows(12, 300)));
  }

  @Test
  void whatIsLongIsCutToSoManyWindowsOfRegions() {
    WindowSet windows = windows(94, 1200);
    TrainingSettings plan = TrainingSettings.defaults().withEpochs(30).withBatch(16);
    TrainingSettings cut = RefitPlan.of(plan, windows);
    double seen = cut.epochs() * cut.share() * windows.size() * 94;
    assertEquals(RefitPlan.MOST, seen, 1e-6 * seen);
    assertTrue(cut.cosine() && cut.learningRate() > plan.learningRate());
    // The model's best epoch was the first: no longer than that.
    TrainingSettings short1 = plan.withLast(1);
    assertSame(short1, RefitPlan.of(short1, windows));
  }

  @Test
  void largeModelsStillTakeEnoughSteps() {
    WindowSet windows = windows(500, 1200);
    TrainingSettings few = RefitPlan.of(TrainingSettings.defaults().withBatch(16), windows);
    assertEquals(RefitPlan.LEAST, few.epochs() * few.share() * windows.size(), 1e-6);
    TrainingSettings many = RefitPlan.of(TrainingSettings.defaults().withBatch(64), windows);
    double steps = many.epochs() * many.share() * windows.size() / 64;
    assertEquals(RefitPlan.LEAST_STEPS, steps, 1e-6);
  }

  @Test
  void kindsWithoutEpochsKeepTheirSettings() {
    KindSettings settings = ModelKinds.named("VAR on windows").defaults();
    assertSame(settings, RefitPlan.of(settings, windows(94, 1200)));
    KindSettings epochs = ModelKinds.named("network skip").defaults().with("epochs=20; last=9");
    KindSettings cut = RefitPlan.of(epochs, windows(94, 1200));
    assertTrue(cut.whole("epochs") < 9 && cut.whole("last") == 0, cut.toString());
  }
}
