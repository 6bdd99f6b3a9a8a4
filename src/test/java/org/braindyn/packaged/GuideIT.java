package org.braindyn.packaged;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.braindyn.guide.Field;
import org.braindyn.guide.Guide;
import org.braindyn.guide.GuideKind;
import org.braindyn.session.MacroLine;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The guide walked by a script, and the macro it saved replayed headless on the packaged jar, must
 * write the same files, byte by byte, on every kind of data.
 */
class GuideIT {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(GuideKind.class)
  void theSavedMacroDoesTheSameAgain(GuideKind kind) throws Exception {
    Path first = Files.createDirectories(folder.resolve("walked"));
    Guide guide = new Guide(kind, first.toString());
    CommandSteps runner = new CommandSteps();
    Map<String, String> given = GuideData.of(kind, Files.createDirectories(folder.resolve("data")));
    while (!guide.finished()) {
      int step = guide.at();
      for (Field field : guide.step().fields()) {
        String value = given.get(guide.step().id() + "." + field.key());
        if (value != null) {
          guide.give(step, field.key(), value);
        }
      }
      MacroLine line = guide.line(step);
      guide.done(step, line, runner.run(line));
    }
    Path macro = Files.writeString(folder.resolve("guide.ijm"), guide.macro());
    PlainImageJ imagej = new PlainImageJ(Files.createDirectories(folder.resolve("imagej")));
    Path second = folder.resolve("replayed");
    PlainImageJ.Result result = imagej.macro(macro, second.toString(), 400);
    assertTrue(result.output().contains("BrainDyn guide done"), result.output());
    String answer = Files.exists(first.resolve("effect.csv")) ? "effect.csv" : "effect_map.nii.gz";
    for (String file : new String[] {"model.npz", answer}) {
      assertArrayEquals(
          Files.readAllBytes(first.resolve(file)),
          Files.readAllBytes(second.resolve(file)),
          kind + ": " + file);
    }
    assertTrue(Files.readString(second.resolve("report.html")).contains("Model against baselines"));
  }
}
