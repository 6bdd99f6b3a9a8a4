package org.braindyn.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** macros/adapt.ijm on the packaged jar, headless, in its own JVM. */
class AdaptIT {
  @TempDir Path folder;

  @Test
  void macroAdaptsAndForecastsWithIntervals() throws Exception {
    PlainImageJ imagej = new PlainImageJ(Files.createDirectories(folder.resolve("imagej")));
    Path out = Files.createDirectories(folder.resolve("out"));
    PlainImageJ.Result macro = imagej.macro(Path.of("macros/adapt.ijm"), out.toString(), 120);
    assertTrue(macro.output().contains("BrainDyn adapt done"), macro.output());
    List<String> errors = Files.readAllLines(out.resolve("adapted.csv"));
    assertEquals(4, errors.size(), "names, group, pooled, alone");
    assertTrue(errors.get(1).startsWith("group,"), errors.get(1));
    assertTrue(Files.size(out.resolve("personal.npz")) > 1000);
    List<String> forecast = Files.readAllLines(out.resolve("forecast.csv"));
    assertEquals(11, forecast.size());
    assertTrue(forecast.get(0).contains("low 90 %"), forecast.get(0));
  }
}
