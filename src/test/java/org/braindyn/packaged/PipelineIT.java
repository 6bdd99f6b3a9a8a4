package org.braindyn.packaged;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pipeline macro and the script, each in its own JVM on the packaged jar, must agree. */
class PipelineIT {
  @TempDir Path folder;

  @Test
  void macroAndScriptGiveTheSame() throws Exception {
    PlainImageJ imagej = new PlainImageJ(Files.createDirectories(folder.resolve("imagej")));
    Path byMacro = Files.createDirectories(folder.resolve("macro"));
    PlainImageJ.Result macro =
        imagej.macro(Path.of("macros/pipeline.ijm"), byMacro.toString(), 300);
    assertTrue(macro.output().contains("BrainDyn pipeline done"), macro.output());

    Path byScript = Files.createDirectories(folder.resolve("script"));
    PlainImageJ.Result script =
        imagej.java(
            300,
            GroovyScript.class.getName(),
            Path.of("macros/headless.groovy").toAbsolutePath().toString(),
            byScript.toString());
    assertEquals(0, script.exit(), script.output());

    for (String file : new String[] {"model.npz", "effect_map.nii.gz"}) {
      assertArrayEquals(
          Files.readAllBytes(byMacro.resolve(file)),
          Files.readAllBytes(byScript.resolve(file)),
          file);
    }
    for (String file : new String[] {"errors.csv", "forecast.csv", "effect.csv"}) {
      assertEquals(
          Files.readString(byMacro.resolve(file)), Files.readString(byScript.resolve(file)), file);
    }
  }
}
