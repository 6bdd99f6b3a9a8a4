package org.braindyn.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lines that ImageJ reads back, and only those that led to a result. */
class LineageTest {
  private static Done done(String command, Set<String> used, Set<String> made) {
    return new Done(MacroLine.of(command), used, made);
  }

  @Test
  void valuesWithSpacesStandInBracketsAndBoxesAreBareWords() {
    MacroLine line =
        MacroLine.of(
            "BrainDyn Parcellate...",
            "scan",
            "phantom",
            "labels",
            "phantom labels",
            "names",
            "",
            "mask",
            null);
    assertEquals(
        "run(\"BrainDyn Parcellate...\", \"scan=phantom labels=[phantom labels] names=[]\");",
        line.text());
    java.util.Map<String, String> ticked = new java.util.LinkedHashMap<>();
    ticked.put("resample", null);
    ticked.put("file", "C:\\data\\a.nii");
    assertEquals(
        "run(\"X\", \"resample file=C:\\\\data\\\\a.nii\");", new MacroLine("X", ticked).text());
    assertEquals("run(\"X\");", MacroLine.of("X").text());
  }

  @Test
  void onlyWhatLedToTheResultIsRepeated() {
    List<Done> session =
        List.of(
            done("Sample", Set.of(), Set.of("scan", "labels")),
            done("Other", Set.of("scan"), Set.of("outlines")),
            done("Parcellate", Set.of("scan", "labels"), Set.of("signals")),
            done("Parcellate again", Set.of("scan"), Set.of("signals")),
            done("Train", Set.of("signals"), Set.of("/m.npz")),
            done("Forecast", Set.of("signals", "/m.npz"), Set.of("forecast")));
    List<String> commands =
        Lineage.of(session, java.util.Arrays.asList("/m.npz", null)).stream()
            .map(MacroLine::command)
            .toList();
    assertEquals(List.of("Sample", "Parcellate again", "Train"), commands);
    assertEquals(List.of(), Lineage.of(session, List.of("unknown")));
  }
}
