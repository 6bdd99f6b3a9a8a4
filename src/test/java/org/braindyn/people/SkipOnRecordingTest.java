package org.braindyn.people;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.graph.BrainGraph;
import org.braindyn.models.SampleModels;
import org.braindyn.models.SavedModel;
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.TrainingListener;
import org.braindyn.training.residual.SkipRecipe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SkipOnRecordingTest {
  @TempDir Path folder;

  private static final SkipOnRecording MODEL =
      new SkipOnRecording(SampleModels.REGIONS, 8, 4, "rk4");

  @Test
  void everyFrameIsForecastInOneStretchAndNoFrameIsLost() {
    RegionSignals signals = SampleModels.recording(1, 101);
    WindowSet parts = MODEL.stretches(WindowSet.of(java.util.List.of(signals), 12, 3, 1));
    assertEquals(4, parts.recordings().size());
    Set<Double> forecast = new HashSet<>();
    int frames = 0;
    for (Recording part : parts.recordings()) {
      double[] values = new double[part.frames()];
      part.read(2, 0, values.length, values, 0);
      for (int t = 12; t < values.length; t++) {
        assertTrue(forecast.add(values[t]), "a frame is forecast in two stretches");
        frames++;
      }
    }
    assertEquals(101 - 12, frames);
    assertEquals(4, parts.recordings().stream().map(Recording::person).distinct().count());
  }

  @Test
  void fewFramesGiveNoStretches() {
    WindowSet few = WindowSet.of(java.util.List.of(SampleModels.recording(1, 12 + 5)), 12, 3, 1);
    assertEquals(1, MODEL.stretches(few).recordings().size());
  }

  @Test
  void trainsOnTheGivenGraphAndTheSameSeedGivesTheSameFile() throws Exception {
    BrainGraph ring =
        new BrainGraph(4, new int[] {0, 1, 2}, new int[] {1, 2, 3}, new double[] {1, 1, 1});
    TrainSignals first = train("a.npz", ring, 4, 3);
    train("b.npz", ring, 4, 3);
    train("c.npz", ring, 4, 4);
    assertArrayEquals(bytes("a.npz"), bytes("b.npz"));
    assertTrue(!java.util.Arrays.equals(bytes("a.npz"), bytes("c.npz")));
    assertEquals(3, first.edges());
    assertEquals(SkipRecipe.defaults(null).members(), first.bestEpochs().size());
    assertEquals("BrainDyn + linear skip", first.scores().get(0).name());
    SavedModel saved = SavedModel.read(folder.resolve("a.npz").toFile());
    assertEquals(12, saved.context());
    assertEquals(3, saved.graph().edges());
  }

  /** A ring of regions with a common input: a model worth its name is nearer than the mean. */
  @Test
  void forecastsFramesItNeverSawBetterThanTheMean() throws Exception {
    TrainSignals done = train("d.npz", null, 3, 1);
    double zero =
        done.scores().stream()
            .filter(s -> s.name().equals("zero"))
            .findFirst()
            .orElseThrow()
            .all()
            .mse();
    assertTrue(done.scores().get(0).all().mse() < 0.95 * zero);
  }

  private TrainSignals train(String name, BrainGraph graph, int epochs, long seed) {
    RegionSignals signals = SampleModels.recording(3, 240);
    return TrainSignals.run(
        signals,
        TimeSplit.of(signals, 12, 3, 1),
        graph,
        MODEL,
        TrainOptions.training(epochs, 16, 1e-3, seed),
        TrainingListener.NONE,
        new TrainSignals.Written(folder.resolve(name), null, null),
        Progress.NONE);
  }

  private byte[] bytes(String name) throws Exception {
    return Files.readAllBytes(folder.resolve(name));
  }
}
