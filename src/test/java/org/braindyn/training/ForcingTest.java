package org.braindyn.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.graph.Correlation;
import org.braindyn.graph.Threshold;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.signal.WindowSet;
import org.junit.jupiter.api.Test;

/** Generalised teacher forcing reaches the training. */
class ForcingTest {
  private static double[] trained(double forcing) {
    Seed.Stream random = Seed.of(1).stream("signals");
    double[][] values = new double[4][80];
    for (double[] row : values) {
      for (int t = 1; t < row.length; t++) {
        row[t] = 0.8 * row[t - 1] + random.gaussian();
      }
    }
    RegionSignals run = new RegionSignals(Regions.numbered("r", 4), values, 1, "run");
    WindowSet windows = WindowSet.of(List.of(run), 10, 4, 1);
    ModelSettings shape = ModelSettings.builder(4).context(10).horizon(4).build();
    TrainingSettings how = TrainingSettings.defaults().withEpochs(1).withForcing(forcing);
    try (BrainDyn model =
        BrainDyn.create(
            shape, Threshold.atLeast(Correlation.ofContexts(windows), 0.1), Seed.of(1))) {
      return new Trainer(how).train(model, windows, null, Progress.NONE).best().numbers();
    }
  }

  @Test
  void changesWhatIsLearnt() {
    double[] free = trained(0);
    assertArrayEquals(free, trained(0), 0, "the seed fixes the rest");
    assertFalse(Arrays.equals(free, trained(0.5)), "forcing counts");
  }

  @Test
  void isAShare() {
    String said = assertThrows(BadInput.class, () -> trained(1.5)).getMessage();
    assertTrue(said.contains("The forcing is 1.5"), said);
  }
}
