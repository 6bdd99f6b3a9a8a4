package org.braindyn.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** macros/new_scanner.ijm on the packaged jar, headless, in its own JVM. */
class NewScannerIT {
  @TempDir Path folder;

  @Test
  void macroTriesAModelOnAnotherSite() throws Exception {
    PlainImageJ imagej = new PlainImageJ(Files.createDirectories(folder.resolve("imagej")));
    Path out = Files.createDirectories(folder.resolve("out"));
    PlainImageJ.Result macro = imagej.macro(Path.of("macros/new_scanner.ijm"), out.toString(), 120);
    assertTrue(macro.output().contains("BrainDyn new scanner done"), macro.output());
    List<String> rows = Files.readAllLines(out.resolve("new_scanner.csv"));
    assertEquals(1 + 4 * 6 + 3 + 3, rows.size(), String.join("\n", rows));
    assertTrue(rows.get(0).contains("Better than linear"), rows.get(0));
  }
}
