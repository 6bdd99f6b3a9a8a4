package org.braindyn.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.braindyn.data.Progress;
import org.braindyn.model.BrainDyn;
import org.braindyn.training.optimiser.Trainable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training whose process is killed (SIGKILL) goes on from its checkpoint as if nothing was. */
class KilledTrainingTest {
  private static final TrainingSettings SETTINGS =
      TrainingSettings.defaults().withEpochs(6).withBatch(8).withLearningRate(5e-3);

  @TempDir Path folder;

  /** What the child process runs: a training that is so slow that it can be killed within. */
  public static final class Child {
    private Child() {}

    public static void main(String[] args) throws Exception {
      Path file = Path.of(args[0]);
      TrainingListener wait =
          epoch -> {
            if (epoch.number() == 3) {
              java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MINUTES.toNanos(1));
            }
          };
      try (BrainDyn model = TrainerTest.model()) {
        new Trainer(SETTINGS, wait, file)
            .train(model, TrainerTest.swings(1, 120), TrainerTest.swings(2, 60), Progress.NONE);
      }
    }
  }

  @Test
  void endsWithTheSameModel() throws Exception {
    Path file = folder.resolve("training.checkpoint");
    Process child =
        new ProcessBuilder(
                List.of(
                    System.getProperty("java.home")
                        + File.separator
                        + "bin"
                        + File.separator
                        + "java",
                    "-Xmx512m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Child.class.getName(),
                    file.toString()))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("child.log").toFile())
            .start();
    try {
      long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (!(Files.exists(file) && epochs(file) == 3)) {
        assertTrue(
            System.nanoTime() < until && child.isAlive(),
            () -> "the child did not come to epoch 3: " + log());
        Thread.sleep(50);
      }
    } finally {
      child.destroyForcibly().waitFor();
    }
    TrainingResult resumed = train(file);
    TrainingResult whole = train(null);
    assertEquals(whole.log().csv(), resumed.log().csv());
    assertArrayEquals(whole.best().numbers(), resumed.best().numbers());
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("child.log"));
    } catch (java.io.IOException e) {
      return e.toString();
    }
  }

  private static int epochs(Path file) throws Exception {
    try (BrainDyn model = TrainerTest.model()) {
      Trainable trainable = Trainable.of(model);
      TrainingState state = new TrainingState(trainable, SETTINGS);
      Checkpoint.resume(file, state, trainable, SETTINGS, TrainerTest.swings(1, 120));
      return state.epochs();
    }
  }

  private static TrainingResult train(Path checkpoint) {
    try (BrainDyn model = TrainerTest.model()) {
      return new Trainer(SETTINGS, TrainingListener.NONE, checkpoint)
          .train(model, TrainerTest.swings(1, 120), TrainerTest.swings(2, 60), Progress.NONE);
    }
  }
}
