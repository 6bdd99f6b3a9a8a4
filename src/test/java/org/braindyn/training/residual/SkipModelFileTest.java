package org.braindyn.training.residual;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.Regions;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Ensemble;
import org.braindyn.forecast.SkipBrainDyn;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.io.arrays.Npz;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.TrainerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SkipModelFileTest {
  @TempDir Path folder;

  @Test
  void aModelReadAgainForecastsTheSame() throws Exception {
    WindowSet train = TrainerTest.swings(1, 120);
    SkipRecipe recipe = SkipRecipe.defaults(new int[] {1, 0, 2}).withMembers(2);
    Path file = folder.resolve("skip.npz");
    SignalBatch context = TrainerTest.swings(2, 60).all().context();
    try (SkipTraining trained =
        SkipTraining.run(train, TrainerTest.swings(2, 60), recipe, Progress.NONE)) {
      SkipModelFile.write(file, trained, recipe, Regions.numbered("r", 3), 2);
      StoredSkip stored = SkipModelFile.read(file);
      assertEquals(List.of("r 1", "r 2", "r 3"), stored.info().regions().names());
      List<SkipBrainDyn> members = stored.open();
      assertArrayEquals(
          trained.ensemble().forecast(context, 9, Progress.NONE).values(),
          new Ensemble("again", members).forecast(context, 9, Progress.NONE).values());
      members.forEach(SkipBrainDyn::close);
    }
  }

  @Test
  void otherFilesAreRefused() throws Exception {
    Path file = folder.resolve("other.npz");
    Npz.write(file, java.util.Map.of("x", NpyArray.of(new double[] {1}, 1)));
    assertThrows(BadInput.class, () -> SkipModelFile.read(file));
    assertThrows(BadInput.class, () -> SkipModelFile.read(folder.resolve("none.npz")));
  }
}
