package org.braindyn.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The macro that looks for states, on the packaged jar. */
class StatesIT {
  @TempDir Path folder;

  @Test
  void macroFindsOneStateAndShowsTwo() throws Exception {
    PlainImageJ imagej = new PlainImageJ(Files.createDirectories(folder.resolve("imagej")));
    Path out = Files.createDirectories(folder.resolve("out"));
    PlainImageJ.Result macro = imagej.macro(Path.of("macros/states.ijm"), out.toString(), 240);
    assertTrue(macro.output().contains("BrainDyn states done"), macro.output());
    assertTrue(macro.output().contains("One state: more than one do not"), macro.output());
    assertEquals(1 + 6, Files.readAllLines(out.resolve("times.csv")).size());
    assertEquals(1 + 12, Files.readAllLines(out.resolve("times_of_two.csv")).size());
    for (String file :
        new String[] {
          "supported/choice.csv",
          "two/states.csv",
          "two/transitions.csv",
          "two/connectivity_state_2.png",
          "activity.nii.gz"
        }) {
      assertTrue(Files.size(out.resolve(file)) > 50, file);
    }
  }
}
