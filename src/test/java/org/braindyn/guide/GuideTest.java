package org.braindyn.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.session.MacroLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The walk itself: what is due, what is asked, what is taken from before. */
class GuideTest {
  private static List<Made> made(Step step) {
    return step.makes().entrySet().stream()
        .filter(e -> !e.getValue().startsWith("file "))
        .map(e -> made(e.getValue().split("=", 2), step.id() + " " + e.getKey()))
        .toList();
  }

  private static Made made(String[] what, String title) {
    return new Made(what[0], what.length < 2 ? title : what[1]);
  }

  private static void give(Guide guide) {
    for (Field field : guide.step().fields()) {
      if (field.required() && guide.value(guide.at(), field).isBlank()) {
        guide.give(guide.at(), field.key(), "/data/" + field.key());
      }
    }
  }

  private static Guide walked(GuideKind kind, boolean skip) {
    Guide guide = new Guide(kind, "/out");
    for (int k = 0; k < guide.steps().size(); k++) {
      assertEquals(k, guide.at());
      if (skip && guide.step().optional()) {
        guide.skip();
      } else {
        give(guide);
        guide.done(k, guide.line(k), made(guide.step()));
      }
    }
    return guide;
  }

  @ParameterizedTest
  @EnumSource(GuideKind.class)
  void everyKindComesToItsEnd(GuideKind kind) {
    for (boolean skip : new boolean[] {false, true}) {
      Guide guide = walked(kind, skip);
      assertTrue(guide.finished());
      String macro = guide.macro();
      assertTrue(macro.contains("model=\" + output + \"model.npz"), macro);
      assertFalse(macro.contains("/out"), "results go where the macro is told");
      assertTrue(macro.contains("print(\"BrainDyn guide done"));
    }
  }

  @Test
  void whatAStepMakesIsTakenByTheNext() {
    Guide guide = new Guide(GuideKind.SAMPLE, "/out");
    assertEquals("run(\"BrainDyn Phantom (fMRI, 4-D)\");", guide.line(0).text());
    assertTrue(guide.missing(1).contains("earlier step"), guide.missing(1));
    List<Made> open = List.of(new Made("scan", "phantom"), new Made("labels", "phantom labels"));
    guide.done(0, guide.line(0), open);
    String plain = "scan=phantom labels=[phantom labels] lost=drop";
    assertEquals(plain, guide.line(1).optionText());
    guide.give(1, "resample", "true");
    guide.give(1, "lost", "keep");
    String other = "scan=phantom labels=[phantom labels] resample lost=keep";
    assertEquals(other, guide.line(1).optionText());
    guide.done(1, guide.line(1), List.of(new Made("signals", "signals of phantom")));
    guide.skip();
    assertEquals("graph", guide.step().id());
    assertTrue(guide.line(3).optionText().startsWith("signals=[signals of phantom]"));
    assertEquals(Guide.State.SKIPPED, guide.state(2));
  }

  @Test
  void goingBackMakesWhatStandsOnItDueAgain() {
    Guide guide = walked(GuideKind.SAMPLE, false);
    int lines = guide.lines().size();
    guide.go(2);
    guide.give(2, "detrend", "2");
    guide.done(2, guide.line(2), List.of(new Made("signals", "cleaned otherwise")));
    assertEquals(3, guide.lines().size(), "of " + lines);
    assertEquals(Guide.State.DUE, guide.state(4));
    assertEquals("cleaned otherwise", guide.made(3, "signals"));
    assertNull(guide.made(5, "model"), "the model was of other signals");
    assertFalse(guide.finished());
  }

  @Test
  void theReportStimulatesWhatWasStimulated() {
    Guide guide = walked(GuideKind.TABLE, false);
    int perturb = guide.steps().size() - 3;
    assertEquals("perturb", guide.steps().get(perturb).id());
    guide.give(perturb, "region", "Cz");
    guide.done(perturb, guide.line(perturb), List.of(new Made("prediction", "effect")));
    assertEquals("Cz", guide.line(guide.steps().size() - 1).options().get("region"));
  }

  @Test
  void aFailureIsSaidAndDoneAgain() {
    Guide guide = new Guide(GuideKind.TABLE, "/out");
    BadInput missing = assertThrows(BadInput.class, () -> guide.line(0));
    assertTrue(missing.getMessage().contains("File"), missing.getMessage());
    assertThrows(BadInput.class, guide::skip);
    guide.failed(0, "no such file");
    assertEquals(Guide.State.FAILED, guide.state(0));
    assertEquals("no such file", guide.said(0));
    guide.give(0, "file", "/data/a table.csv");
    guide.done(0, guide.line(0), List.of(new Made("signals", "a table.csv")));
    assertEquals("file=[/data/a table.csv] interval=0", guide.lines().get(0).optionText());
    assertEquals("Made: a table.csv", guide.said(0));
  }

  @Test
  void whatIsOpenAlreadyNeedNotBeOpened() {
    Guide guide = new Guide(GuideKind.FMRI, "/out");
    MacroLine how = MacroLine.of("BrainDyn Open Scan...", "file", "/a.nii");
    guide.already("scan", "a.nii", List.of(how));
    guide.already("labels", "atlas", List.of());
    assertEquals("parcellate", guide.step().id());
    assertEquals("scan=a.nii labels=atlas lost=drop", guide.line(2).optionText());
    assertEquals(List.of(how), guide.lines());
  }
}
