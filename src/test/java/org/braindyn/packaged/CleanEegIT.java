package org.braindyn.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The macro that cleans an EEG, on the packaged jar. */
class CleanEegIT {
  @TempDir Path folder;

  @Test
  void macroFindsFillsAndGivesBack() throws Exception {
    PlainImageJ imagej = new PlainImageJ(Files.createDirectories(folder.resolve("imagej")));
    Path out = Files.createDirectories(folder.resolve("out"));
    PlainImageJ.Result macro = imagej.macro(Path.of("macros/clean_eeg.ijm"), out.toString(), 240);
    assertTrue(macro.output().contains("BrainDyn clean EEG done"), macro.output());
    assertTrue(macro.output().contains("filled by gaussian process"), macro.output());
    Matcher difference = Pattern.compile("largest difference ([\\d.]+)").matcher(macro.output());
    assertTrue(difference.find(), macro.output());
    assertEquals(0, Double.parseDouble(difference.group(1)), 1e-4, "float precision");
    List<String> rows = Files.readAllLines(out.resolve("channels.csv"));
    assertEquals(20, rows.size());
    String bad = rows.stream().filter(r -> r.contains("F8")).findFirst().orElseThrow();
    assertTrue(bad.contains("gaussian process"), bad);
    assertTrue(Files.size(out.resolve("cleaned.svg")) > 1000);
  }
}
