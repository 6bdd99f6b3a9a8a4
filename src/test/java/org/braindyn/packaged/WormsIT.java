package org.braindyn.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The macro from tables of worms to a score, on the packaged jar. */
class WormsIT {
  @TempDir Path folder;

  @Test
  void tablesBecomeSignalsGraphAndScore() throws Exception {
    PlainImageJ imagej = new PlainImageJ(Files.createDirectories(folder.resolve("imagej")));
    Path out = Files.createDirectories(folder.resolve("out"));
    PlainImageJ.Result macro = imagej.macro(Path.of("macros/worms.ijm"), out.toString(), 240);
    assertTrue(macro.output().contains("BrainDyn worms done"), macro.output());
    assertTrue(macro.output().contains("12 identified neurons"), macro.output());
    List<String> classes = Files.readAllLines(out.resolve("classes.csv"));
    assertTrue(classes.get(0).endsWith("Neuron,Class,Type,Neurotransmitter"), classes.get(0));
    assertTrue(classes.get(1).endsWith("AVAL,AVA,inter,ACh"), classes.get(1));
    assertEquals(13, classes.size());
    List<String> scores = Files.readAllLines(out.resolve("scores.csv"));
    String own =
        scores.stream().filter(s -> s.contains("effective connectivity")).findFirst().orElseThrow();
    String[] cells = own.split(",");
    double found = Double.parseDouble(cells[1]);
    assertTrue(found > 0.75, own);
  }
}
