package org.braindyn.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.graph.BrainGraph;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.optimiser.Trainable;
import org.braindyn.training.optimiser.ValidationLoss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class TrainerTest {
  private static final TrainingSettings SETTINGS =
      TrainingSettings.defaults().withEpochs(4).withBatch(16).withLearningRate(5e-3);

  @TempDir Path folder;

  /** Two people whose regions swing with a period of 12 samples, region 1 after region 0. */
  public static WindowSet swings(int seed, int frames) {
    List<RegionSignals> people = new ArrayList<>();
    for (int p = 0; p < 2; p++) {
      Seed.Stream random = Seed.of(seed).stream("person " + p);
      double[][] x = new double[3][frames];
      for (int n = 0; n < 3; n++) {
        for (int t = 0; t < frames; t++) {
          x[n][t] = Math.sin(2 * Math.PI * (t - 2 * n) / 12) + 0.3 * random.gaussian();
        }
      }
      people.add(new RegionSignals(Regions.numbered("r", 3), x, 2, "person " + seed + "/" + p));
    }
    return WindowSet.of(people, 12, 4, 3);
  }

  static BrainDyn model() {
    BrainGraph graph = new BrainGraph(3, new int[] {0, 1}, new int[] {1, 2}, new double[] {1, 1});
    ModelSettings settings =
        ModelSettings.builder(3).hidden(8).maps(4).width(16).context(12).horizon(4).build();
    return BrainDyn.create(settings, graph, Seed.of(7));
  }

  private static TrainingResult train(TrainingSettings settings, Path checkpoint, Progress p) {
    try (BrainDyn model = model()) {
      return new Trainer(settings, TrainingListener.NONE, checkpoint)
          .train(model, swings(1, 120), swings(2, 60), p);
    }
  }

  @Test
  void lossFallsAndTheBestEpochIsKept() {
    try (BrainDyn model = model()) {
      WindowSet validation = swings(2, 60);
      TrainingResult result =
          new Trainer(SETTINGS.withEpochs(10))
              .train(model, swings(1, 120), validation, Progress.NONE);
      List<TrainingLog.Epoch> epochs = result.log().epochs();
      assertTrue(epochs.get(9).trainLoss() < 0.7 * epochs.get(0).trainLoss());
      double least = epochs.stream().mapToDouble(TrainingLog.Epoch::validationLoss).min().orElse(0);
      assertEquals(least, result.bestLoss());
      assertEquals(least, ValidationLoss.of(Trainable.of(model), validation, Progress.NONE));
    }
  }

  @Test
  void sameSeedSameTableAndModel() {
    TrainingResult one = train(SETTINGS, null, Progress.NONE);
    TrainingResult two = train(SETTINGS, null, Progress.NONE);
    assertEquals(one.log().csv(), two.log().csv());
    assertArrayEquals(one.best().numbers(), two.best().numbers());
    TrainingResult other = train(SETTINGS.withSeed(Seed.of(9)), null, Progress.NONE);
    assertFalse(one.log().csv().equals(other.log().csv()));
  }

  @Test
  void resumedTrainingEndsWithTheSameModel() {
    Path file = folder.resolve("training.checkpoint");
    AtomicInteger asked = new AtomicInteger();
    TrainingResult part =
        assertThrows(
                TrainingStopped.class,
                () -> train(SETTINGS.withEpochs(8), file, stopAfter(asked, 30)), // inside an epoch
                "nobody can take it for a complete training")
            .soFar();
    int done = part.log().epochs().size();
    assertTrue(done > 0 && done < 8, done + " epochs before the stop");
    TrainingResult resumed = train(SETTINGS.withEpochs(8), file, Progress.NONE);
    TrainingResult whole = train(SETTINGS.withEpochs(8), null, Progress.NONE);
    assertEquals(whole.log().csv(), resumed.log().csv());
    assertArrayEquals(whole.best().numbers(), resumed.best().numbers());
  }

  /** As a model like one whose third of eight epochs was the best. */
  @Test
  void endsAfterTheLastEpochAskedForWithTheRatesOfTheWholePlan() {
    for (boolean cosine : new boolean[] {true, false}) {
      TrainingSettings plan = SETTINGS.withEpochs(8).withCosine(cosine);
      List<TrainingLog.Epoch> whole = train(plan, null, Progress.NONE).log().epochs();
      List<TrainingLog.Epoch> first = train(plan.withLast(3), null, Progress.NONE).log().epochs();
      assertEquals(3, first.size());
      for (int e = 0; e < 3; e++) {
        assertEquals(whole.get(e).trainLoss(), first.get(e).trainLoss());
        assertEquals(whole.get(e).learningRate(), first.get(e).learningRate());
      }
    }
  }

  @Test
  void aCheckpointOfAnotherTrainingIsRefused() throws Exception {
    Path file = folder.resolve("training.checkpoint");
    train(SETTINGS.withEpochs(1), file, Progress.NONE);
    BadInput other =
        assertThrows(
            BadInput.class, () -> train(SETTINGS.withLearningRate(1e-4), file, Progress.NONE));
    assertTrue(other.getMessage().contains("another training"), other.getMessage());
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    BadInput cut =
        assertThrows(BadInput.class, () -> train(SETTINGS.withEpochs(1), file, Progress.NONE));
    assertTrue(cut.getMessage().contains("cut off"), cut.getMessage());
  }

  @Test
  void aRunawayNamesTheEpochAndTheArray() {
    BadInput e =
        assertThrows(
            BadInput.class, () -> train(SETTINGS.withLearningRate(1e300), null, Progress.NONE));
    assertTrue(e.getMessage().contains("epoch 1, step"), e.getMessage());
    assertTrue(e.getMessage().contains("dynamics."), e.getMessage());
  }

  @Test
  void stoppingBeforeTheFirstEpochEndsLeavesNothing() {
    Cancelled stopped =
        assertThrows(
            Cancelled.class, () -> train(SETTINGS, null, stopAfter(new AtomicInteger(), 2)));
    assertFalse(stopped instanceof TrainingStopped, "nothing was learnt");
  }

  @Test
  void aLargeBatchIsStoppedInside() {
    int regions = 200;
    double[][] x = new double[regions][60];
    Seed.Stream random = Seed.of(3).stream("large");
    for (double[] row : x) {
      for (int t = 0; t < 60; t++) {
        row[t] = random.gaussian();
      }
    }
    RegionSignals signals = new RegionSignals(Regions.numbered("r", regions), x, 2, "large");
    WindowSet set = WindowSet.of(List.of(signals), 8, 2, 1);
    BrainGraph graph = new BrainGraph(regions, new int[] {0}, new int[] {1}, new double[] {1});
    ModelSettings settings =
        ModelSettings.builder(regions).hidden(2).maps(2).width(4).context(8).horizon(2).build();
    AtomicInteger asked = new AtomicInteger();
    AtomicInteger steps = new AtomicInteger();
    Progress stop =
        new Progress() {
          @Override
          public void report(double fraction, String message) {
            steps.incrementAndGet();
          }

          @Override
          public boolean cancelled() {
            return asked.incrementAndGet() > 3;
          }
        };
    try (BrainDyn model = BrainDyn.create(settings, graph, Seed.of(1))) {
      assertThrows(
          Cancelled.class, () -> new Trainer(SETTINGS.withBatch(51)).train(model, set, null, stop));
      assertEquals(0, steps.get(), "51 windows x 200 regions are asked in three parts");
    }
  }

  @Test
  void stopsWhenNothingImproves() {
    TrainingResult result =
        train(
            SETTINGS.withEpochs(50).withLearningRate(0.3).withStopPatience(2), null, Progress.NONE);
    assertTrue(result.log().epochs().size() < 50);
    assertEquals(result.bestEpoch() + 2, result.log().epochs().size());
  }

  private static Progress stopAfter(AtomicInteger asked, int times) {
    return new Progress() {
      @Override
      public void report(double fraction, String message) {}

      @Override
      public boolean cancelled() {
        return asked.incrementAndGet() > times;
      }
    };
  }

  @Test
  void aTrainingThatRunsAwayNamesLayerAndStep() {
    try (BrainDyn model = model()) {
      Trainer trainer =
          new Trainer(TrainingSettings.defaults().withBatch(16).withLearningRate(1e300));
      BadInput error =
          assertThrows(
              BadInput.class,
              () -> trainer.train(model, swings(1, 120), swings(2, 60), Progress.NONE));
      assertTrue(error.getMessage().contains("epoch 1, step 2"), error.getMessage());
      assertTrue(error.getMessage().contains("dynamics."), error.getMessage());
    }
  }
}
