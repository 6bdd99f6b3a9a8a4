package org.braindyn.command;

import static org.braindyn.command.Commands.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import org.braindyn.command.ask.EffectiveConnectivityMap;
import org.braindyn.command.ask.Perturb;
import org.braindyn.command.models.Forecast;
import org.braindyn.command.models.Generate;
import org.braindyn.command.models.Train;
import org.braindyn.fiji.images.ModelNote;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.ModelVerdict;
import org.braindyn.kind.TrainedModel;
import org.braindyn.models.SampleModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.command.CommandModule;

/**
 * Whether a model beats the best baseline is tested once, and every answer of the model repeats it.
 */
class VerdictEverywhereTest {
  @TempDir Path folder;

  private static ImagePlus recording(int frames) {
    return SignalsImage.image(SampleModels.recording(0, frames), "person");
  }

  private static String sentence(File model) {
    try (TrainedModel read = ModelKinds.read(model)) {
      return ModelVerdict.of(read).sentence();
    }
  }

  @Test
  void trainingWritesItIntoTheFileAndAllAnswersRepeatIt() throws Throwable {
    File model = folder.resolve("m.npz").toFile();
    Map<String, Object> inputs =
        Map.of(
            "signals",
            recording(200),
            "model",
            model,
            "variant",
            "linear skip",
            "context",
            10,
            "horizon",
            3);
    CommandModule trained = Commands.runWith(Train.class, inputs);
    String notes = (String) trained.getOutput("notes");
    String verdict = sentence(model);
    ResultsTable table = (ResultsTable) trained.getOutput("table");
    int best = 1;
    for (int row = 2; row < table.size(); row++) {
      best = table.getValue("MSE", row) < table.getValue("MSE", best) ? row : best;
    }
    String rival = table.getStringValue("Forecaster", best);
    assertTrue(verdict.matches("(Better|No better) than \\Q" + rival + "\\E[,:].*"), verdict);
    assertTrue(notes.contains(verdict), notes);
    repeated(Forecast.class, model, verdict, "forecast");
    repeated(Perturb.class, model, verdict, "effect");
    repeated(EffectiveConnectivityMap.class, model, verdict, "matrix");
    repeated(Generate.class, model, verdict, "generated");
  }

  private void repeated(
      Class<? extends org.scijava.command.Command> command,
      File model,
      String verdict,
      String image)
      throws Throwable {
    CommandModule ran = run(command, "signals", recording(120), "model", model);
    String notes = (String) ran.getOutput("notes");
    assertTrue(notes.startsWith("The model: " + verdict), notes);
    assertEquals(verdict, ModelNote.read((ImagePlus) ran.getOutput(image)));
  }

  @Test
  void modelsThatNobodyComparedSayNothing() throws Throwable {
    File model = folder.resolve("plain.npz").toFile();
    SampleModels.skip(model.toPath(), SampleModels.REGIONS);
    assertEquals("", sentence(model));
    CommandModule ran = run(Forecast.class, "signals", recording(90), "model", model);
    assertTrue(!ran.getOutput("notes").toString().contains("The model:"));
  }

  @Test
  void stampingChangesNothingElse() {
    File model = folder.resolve("plain.npz").toFile();
    SampleModels.skip(model.toPath(), SampleModels.REGIONS);
    try (TrainedModel before = ModelKinds.read(model)) {
      ModelVerdict lost = ModelVerdict.of(2, 1, "VAR(1)", "frames");
      lost.stamp(model.toPath());
      try (TrainedModel after = ModelKinds.read(model)) {
        assertEquals(lost, ModelVerdict.of(after));
        assertEquals(before.provenance().settings(), after.provenance().settings());
        assertEquals(before.provenance().seen(), after.provenance().seen());
        assertTrue(
            before.provenance().data().regions().sameAs(after.provenance().data().regions()));
        assertEquals(before.arrays().keySet(), after.arrays().keySet());
      }
    }
  }
}
