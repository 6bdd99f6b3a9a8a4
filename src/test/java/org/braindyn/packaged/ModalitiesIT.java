package org.braindyn.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The macros for EEG and spikes on the packaged jar, headless. */
class ModalitiesIT {
  @TempDir Path folder;

  private Path run(String macro) throws Exception {
    PlainImageJ imagej = new PlainImageJ(Files.createDirectories(folder.resolve("imagej")));
    Path output = Files.createDirectories(folder.resolve(macro));
    PlainImageJ.Result result =
        imagej.macro(Path.of("macros/" + macro + ".ijm"), output.toString(), 300);
    assertTrue(result.output().contains(" done: "), result.output());
    return output;
  }

  @Test
  void eegMacroFindsTheSeizuresItMade() throws Exception {
    Path output = run("eeg");
    for (String file : new String[] {"seizures.png", "scalp.png", "detector.npz"}) {
      assertTrue(Files.size(output.resolve(file)) > 1000, file);
    }
    List<String> detectors = Files.readAllLines(output.resolve("detector.csv"));
    assertEquals(3, detectors.size(), "the model and logistic regression");
    assertEquals(1 + 180, Files.readAllLines(output.resolve("probability.csv")).size());
    List<String> alarms = Files.readAllLines(output.resolve("alarms.csv"));
    assertTrue(alarms.size() > 2, alarms.toString());
  }

  @Test
  void spikeMacroReadsBackWhatItSimulated() throws Exception {
    Path output = run("spikes");
    List<String> table = Files.readAllLines(output.resolve("spikes.csv"));
    assertEquals(1 + 40, table.size());
    long written;
    try (var lines = Files.lines(output.resolve("spikes-free.dat"))) {
      written = lines.filter(l -> Character.isDigit(l.charAt(0))).count();
    }
    double counted = 0;
    for (String row : table.subList(1, table.size())) {
      counted += Double.parseDouble(row.split(",")[2]);
    }
    assertEquals(written, counted, "every spike is counted once");
    List<String> free = Files.readAllLines(output.resolve("rates.csv"));
    List<String> perturbed = Files.readAllLines(output.resolve("rates_perturbed.csv"));
    assertEquals(free.subList(0, 100), perturbed.subList(0, 100), "one past");
    assertTrue(!free.equals(perturbed), "another future");
  }
}
