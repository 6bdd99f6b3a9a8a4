package org.braindyn.people;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;
import org.braindyn.signal.Split;
import org.braindyn.training.TrainingListener;
import org.braindyn.training.dataset.DataSet;
import org.braindyn.training.residual.ResidualRecipe;
import org.braindyn.training.residual.ResidualTraining;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A training across people whose process is killed (SIGKILL) goes on to the same file. */
class KilledPeopleTest {
  @TempDir Path folder;

  /** What the child process runs: a training that waits in its second epoch to be killed. */
  public static final class Child {
    private Child() {}

    public static void main(String[] args) {
      TrainingListener wait =
          epoch -> {
            if (epoch.number() == 2) {
              touch(Path.of(args[1] + ".waiting"));
              java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MINUTES.toNanos(1));
            }
          };
      train(ModelKinds.named(args[0]), Path.of(args[1]), wait);
    }

    private static void touch(Path file) {
      try {
        Files.writeString(file, "");
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static TrainPeople train(ModelKind kind, Path model, TrainingListener listener) {
    DataSet data = PeopleStudyTest.people(6);
    Split split = PeopleFold.one(data, null, 4, 1, Seed.of(1));
    PeoplePlan plan = PeoplePlan.of(12, 3, 4, Seed.of(1)).withEpochs(4).withBatch(16);
    Path checkpoint = TrainPeople.beside(model, ".checkpoint");
    PeopleTask task = new PeopleTask(data, split, plan, listener, checkpoint);
    return TrainPeople.run(
        new TrainSignals.Wanted(kind, plan.settings(kind), null, true),
        task,
        model,
        false,
        Progress.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"released", "linear skip"})
  void endsWithTheSameFiles(String word) throws Exception {
    ModelKind kind = ModelKinds.named(word);
    Path killed = folder.resolve("killed.npz");
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
                    word,
                    killed.toString()))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("child.log").toFile())
            .start();
    try {
      long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (!Files.exists(folder.resolve("killed.npz.waiting"))) {
        String log = Files.readString(folder.resolve("child.log"));
        assertTrue(System.nanoTime() < until && child.isAlive(), () -> "no second epoch: " + log);
        Thread.sleep(50);
      }
    } finally {
      child.destroyForcibly().waitFor();
    }
    assertFalse(Files.exists(killed), "killed before it had written a model");
    List<Integer> seen = new java.util.concurrent.CopyOnWriteArrayList<>();
    train(kind, killed, epoch -> seen.add(epoch.number()));
    boolean skip = word.equals("linear skip");
    int members = ResidualRecipe.defaults(null).members();
    assertTrue(seen.size() < (skip ? 4 * members : 4), "went on from the checkpoint: " + seen);
    Path whole = folder.resolve("whole.npz");
    train(kind, whole, TrainingListener.NONE);
    assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(killed));
    String scores = Files.readString(TrainPeople.beside(whole, "_scores.csv"));
    assertTrue(scores.contains("LSTM without graph"), scores);
    var trainedOn = ModelKinds.read(whole.toFile()).provenance().data().hashes().keySet();
    assertTrue(trainedOn.stream().noneMatch(n -> n.matches(".*[/\\\\].*")), trainedOn.toString());
    for (String ending : List.of("_log.csv", "_scores.csv", "_split.csv")) {
      assertEquals(
          Files.readString(TrainPeople.beside(whole, ending)),
          Files.readString(TrainPeople.beside(killed, ending)));
    }
    Path checkpoint = TrainPeople.beside(killed, ".checkpoint");
    List<Path> left =
        skip ? ResidualTraining.checkpoints(checkpoint, members) : List.of(checkpoint);
    left.forEach(file -> assertFalse(Files.exists(file), file + " is not needed any more"));
  }
}
