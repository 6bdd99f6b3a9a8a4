package org.braindyn.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** macros/brainlm.ijm on the packaged jar, headless, in under a minute. */
class BrainLmIT {
  @TempDir Path folder;

  @Test
  void macroTrainsAMaskedAutoencoder() throws Exception {
    PlainImageJ imagej = new PlainImageJ(Files.createDirectories(folder.resolve("imagej")));
    Path out = folder.resolve("out");
    PlainImageJ.Result macro = imagej.macro(Path.of("macros/brainlm.ijm"), out.toString(), 60);
    assertTrue(macro.output().contains("BrainDyn masked autoencoder done"), macro.output());
    assertTrue(macro.output().contains("its linear estimate's"), "the verdict: " + macro.output());
    List<String> errors = Files.readAllLines(out.resolve("forecast_errors.csv"));
    assertTrue(errors.get(1).startsWith("masked autoencoder,"), errors.toString());
    assertEquals(11, Files.readAllLines(out.resolve("forecast.csv")).size(), "10 frames");
    assertEquals(9, Files.readAllLines(out.resolve("effect.csv")).size(), "8 regions");
    String score = Files.readAllLines(out.resolve("filled_score.csv")).get(0);
    assertTrue(score.contains("R2 trained model") && score.contains("own and group"), score);
    assertTrue(Files.size(out.resolve("masked.npz")) < 2_000_000, "a small example model");
    try (TrainedModel model = ModelKinds.read(out.resolve("masked.npz").toFile())) {
      assertEquals("masked", model.kind().name());
    }
  }
}
