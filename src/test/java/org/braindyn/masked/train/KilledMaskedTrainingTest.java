package org.braindyn.masked.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.braindyn.data.Precision;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.io.weights.WeightsFile;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Vec;
import org.braindyn.masked.network.Initialisation;
import org.braindyn.masked.network.RegionNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A masked training whose process is killed (SIGKILL) goes on as if nothing had been. */
class KilledMaskedTrainingTest {
  private static final int EPOCHS = 6;

  @TempDir Path folder;

  /** What the child process runs: it stands still after three epochs, so that it can be killed. */
  public static final class Child {
    private Child() {}

    public static void main(String[] args) throws IOException {
      train(
          Path.of(args[0]),
          log -> {
            if (log.epoch() == 3) {
              LockSupport.parkNanos(TimeUnit.MINUTES.toNanos(1));
            }
          });
    }
  }

  private static MaskedTraining.Result train(
      Path checkpoint, java.util.function.Consumer<EpochLog> listener) throws IOException {
    RegionNetwork network = MaskedTrainingTest.network(false);
    Vec start = Initialisation.own(network, Kernel.best(Precision.FLOAT), Seed.of(2));
    return new MaskedTraining(network, MaskedTrainingTest.settings(EPOCHS), Precision.FLOAT)
        .checkpoint(checkpoint)
        .listener(listener)
        .run(
            start,
            MaskedTrainingTest.people(0, 3),
            MaskedTrainingTest.people(20, 1),
            1,
            Progress.NONE);
  }

  @Test
  void endsWithTheSameBits() throws Exception {
    Path file = folder.resolve("state.safetensors");
    String java =
        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    String path = System.getProperty("java.class.path");
    Process child =
        new ProcessBuilder(
                List.of(java, "-Xmx512m", "-cp", path, Child.class.getName(), file.toString()))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("child.log").toFile())
            .start();
    try {
      long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (epochs(file) < 3) {
        assertTrue(
            System.nanoTime() < until && child.isAlive(), "the child did not come to epoch 3");
        Thread.sleep(20);
      }
    } finally {
      child.destroyForcibly().waitFor();
    }
    assertEquals(3, epochs(file));
    MaskedTraining.Result resumed = train(file, log -> {});
    MaskedTraining.Result whole = train(null, log -> {});
    assertEquals(whole.log(), resumed.log());
    assertArrayEquals(
        MaskedTrainingTest.values(whole.parameters()),
        MaskedTrainingTest.values(resumed.parameters()));
  }

  /** Epochs in a checkpoint, which is whole whenever it is there. */
  private static int epochs(Path file) throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    String log = WeightsFile.open(file).metadata().get("log");
    return log.split("\\],\\[").length;
  }
}
