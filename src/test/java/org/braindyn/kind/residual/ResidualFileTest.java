package org.braindyn.kind.residual;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.braindyn.data.Progress;
import org.braindyn.data.Regions;
import org.braindyn.data.SignalBatch;
import org.braindyn.kind.DataIdentity;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.Provenance;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.TrainerTest;
import org.braindyn.training.residual.ResidualRecipe;
import org.braindyn.training.residual.ResidualTraining;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResidualFileTest {
  @TempDir Path folder;

  /** With a mirror, which no command sets. */
  @Test
  void aMirroredModelReadAgainForecastsTheSame() {
    WindowSet train = TrainerTest.swings(1, 120);
    ResidualRecipe recipe = ResidualRecipe.defaults(new int[] {1, 0, 2}).withMembers(2);
    Path file = folder.resolve("residual.npz");
    SignalBatch context = TrainerTest.swings(2, 60).all().context();
    ResidualKind kind = new ResidualKind();
    Regions regions = Regions.numbered("r", 3);
    DataIdentity data =
        new DataIdentity(regions, 2, "context", "", List.of(), List.of(), List.of(), Map.of());
    TrainingSplit split = TrainingSplit.ofPeople(train, train, regions, () -> data);
    Provenance from = Provenance.of(kind, split, kind.defaults());
    double[] expected;
    try (ResidualTraining trained =
        ResidualTraining.run(train, TrainerTest.swings(2, 60), recipe, Progress.NONE)) {
      expected = trained.ensemble().forecast(context, 9, Progress.NONE).values();
      ResidualModel.of(kind, trained, from).write(file);
    }
    try (TrainedModel read = ModelKinds.read(file.toFile())) {
      assertEquals(List.of("r 1", "r 2", "r 3"), read.provenance().data().regions().names());
      assertEquals(2, read.provenance().settings().get("members"), "as the arrays show");
      assertArrayEquals(expected, read.forecaster().forecast(context, 9, Progress.NONE).values());
    }
  }
}
