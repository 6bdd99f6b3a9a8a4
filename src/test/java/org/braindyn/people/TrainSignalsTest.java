package org.braindyn.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.training.TrainingListener;
import org.braindyn.training.score.Scores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainSignalsTest {
  @TempDir Path folder;

  private static RegionSignals signals() {
    Seed.Stream random = Seed.of(1).stream("signals");
    double[][] values = new double[4][120];
    for (int t = 1; t < 120; t++) {
      for (int r = 0; r < 4; r++) {
        values[r][t] = 0.8 * values[r][t - 1] + random.gaussian();
      }
    }
    return new RegionSignals(Regions.numbered("Region", 4), values, 2, "simulated");
  }

  private TrainSignals train(RegionSignals signals, int epochs, Progress progress, Path file) {
    ModelKind kind = ModelKinds.named("continuous");
    KindSettings settings =
        kind.defaults().with("epochs=" + epochs + "; batch=16; hidden=4; maps=2; method=midpoint");
    return TrainSignals.run(
        TimeSplit.of(signals, 8, 4, 2),
        new TrainSignals.Wanted(kind, settings, null, true),
        TrainingListener.NONE,
        new TrainSignals.Written(file, null, null),
        progress);
  }

  private List<String> names(int epochs, Progress progress, Path file) {
    return train(signals(), epochs, progress, file).scores().stream().map(Scores::name).toList();
  }

  @Test
  void theTrainingRecordingIsNoTest() {
    RegionSignals same = signals();
    BadInput refused = assertThrows(BadInput.class, () -> TimeSplit.of(signals(), same, 8, 4, 2));
    assertTrue(refused.getMessage().contains("recording that is trained on"));
    double[][] next = Arrays.stream(same.values()).map(double[]::clone).toArray(double[][]::new);
    next[1][7] += 1;
    assertEquals(4, TimeSplit.of(signals(), same.withValues(next), 8, 4, 2).test().regions());
  }

  @Test
  void everyBaselineStandsBesideTheModel() {
    List<String> names = names(2, Progress.NONE, folder.resolve("model.npz"));
    assertEquals(6, names.size(), names.toString());
    assertEquals("LSTM without graph", names.get(1));
    assertTrue(names.get(5).startsWith("VAR("), names.toString());
  }

  @Test
  void whoStopsTheTrainingDoesNotWaitForTheLstm() {
    double[] done = {0};
    Progress stopped =
        new Progress() {
          @Override
          public void report(double fraction, String message) {
            done[0] = message != null && message.startsWith("Epoch 2") ? 1 : done[0];
          }

          @Override
          public boolean cancelled() {
            return done[0] > 0;
          }
        };
    Path file = folder.resolve("stopped.npz");
    List<String> names = names(1000, stopped, file);
    assertTrue(Files.exists(file), "the model is kept");
    assertTrue(names.stream().noneMatch(n -> n.startsWith("LSTM")), names.toString());
  }

  @Test
  void aConstantRegionIsRefusedWhereverItsConstancyLies() {
    RegionSignals flat = signals();
    Arrays.fill(flat.values()[2], 7);
    BadInput refused = assertThrows(BadInput.class, () -> train(flat));
    assertTrue(refused.getMessage().contains("Region 3 is constant"), refused.getMessage());
    RegionSignals late = signals();
    Arrays.fill(late.values()[1], 0, 75, 7); // 72 frames train
    refused = assertThrows(BadInput.class, () -> train(late));
    assertTrue(
        refused.getMessage().contains("the 72 frames that train: region Region 2"),
        refused.getMessage());
  }

  private void train(RegionSignals signals) {
    train(signals, 1, Progress.NONE, folder.resolve("m.npz"));
  }

  @Test
  void theRecipeSaysWhichSplitItWas() {
    train(signals());
    String split;
    try (TrainedModel model = ModelKinds.read(folder.resolve("m.npz").toFile())) {
      split = model.provenance().data().division();
    }
    assertEquals(
        "by time: the first 60 % train, the next 20 % choose the epoch, the last 20 % test", split);
    double[][] other =
        Arrays.stream(signals().values()).map(double[]::clone).toArray(double[][]::new);
    other[0][0] += 1;
    assertTrue(
        TimeSplit.of(signals(), signals().withValues(other), 8, 4, 2)
            .division()
            .startsWith("by time: the first 80 % train, the rest chooses the epoch, another"));
  }
}
