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
import org.braindyn.data.Seed;
import org.braindyn.graph.BrainGraph;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.models.SampleModels;
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.TrainingListener;
import org.braindyn.training.residual.ResidualRecipe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResidualOnRecordingTest {
  @TempDir Path folder;

  private static final ModelKind KIND = ModelKinds.named("linear skip");

  private static WindowSet stretches(RegionSignals signals) {
    WindowSet windows = WindowSet.of(java.util.List.of(signals), 12, 3, 1);
    return TrainingSplit.ofRecording(signals, windows, windows, "").groups(4);
  }

  @Test
  void everyFrameIsForecastInOneStretchAndNoFrameIsLost() {
    RegionSignals signals = SampleModels.recording(1, 101);
    WindowSet parts = stretches(signals);
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
    assertEquals(1, stretches(SampleModels.recording(1, 12 + 5)).recordings().size());
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
    assertEquals(3, first.edges().getAsInt());
    assertEquals(ResidualRecipe.defaults(null).members(), first.bestEpochs().size());
    assertEquals("BrainDyn + linear skip", first.scores().get(0).name());
    TrainedModel saved = ModelKinds.read(folder.resolve("a.npz").toFile());
    assertEquals(12, saved.context());
    assertEquals(3, saved.graph().orElseThrow().edges());
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
    KindSettings settings =
        KIND.defaults()
            .with("hidden", 8)
            .with("maps", 4)
            .with("method", "rk4")
            .with("epochs", epochs)
            .with("batch", 16)
            .with(Seed.of(seed));
    return TrainSignals.run(
        TimeSplit.of(signals, 12, 3, 1),
        new TrainSignals.Wanted(KIND, settings, graph),
        TrainingListener.NONE,
        new TrainSignals.Written(folder.resolve(name), null, null),
        Progress.NONE);
  }

  private byte[] bytes(String name) throws Exception {
    return Files.readAllBytes(folder.resolve(name));
  }

  /** Its linear part takes a while; what it leaves over is shown before the first step. */
  @Test
  void theLinearPartIsHeardOfFirst() {
    RegionSignals signals = SampleModels.recording(1, 101);
    WindowSet train = WindowSet.of(java.util.List.of(signals), 12, 3, 1);
    java.util.List<String> heard = new java.util.concurrent.CopyOnWriteArrayList<>();
    org.braindyn.training.TrainingListener listener =
        new org.braindyn.training.TrainingListener() {
          @Override
          public void linearDone(double loss) {
            assertTrue(loss > 0 && loss < 10, "a loss: " + loss);
            heard.add("linear");
          }

          @Override
          public void stepDone(double epochs, double loss) {
            heard.add("step");
          }

          @Override
          public void epochDone(org.braindyn.training.TrainingLog.Epoch epoch) {}
        };
    TrainingSplit split = TrainingSplit.ofRecording(signals, train, train, "");
    var watch =
        new org.braindyn.training.TrainingWatch(listener, null, org.braindyn.data.Progress.NONE);
    KIND.train(split, null, KIND.defaults().with("epochs=1; members=1"), watch).close();
    assertEquals("linear", heard.get(0));
    assertTrue(heard.lastIndexOf("linear") < heard.indexOf("step"), heard.toString());
  }
}
