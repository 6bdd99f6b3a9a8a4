package org.braindyn.command;

import static org.braindyn.command.Commands.refuses;
import static org.braindyn.command.Commands.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.benchmark.EegBlinkRows;
import org.braindyn.benchmark.EegHeads;
import org.braindyn.command.eeg.CleanEegOf;
import org.braindyn.command.models.Train;
import org.braindyn.data.Annotation;
import org.braindyn.fiji.images.SeizureInfo;
import org.braindyn.fiji.images.SignalsImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.command.CommandModule;

/**
 * Clean EEG on images: marks, tables, seizure labels, the way back, and no test on what is filled.
 */
class CleanEegCommandTest {
  @TempDir Path folder;

  @Test
  void cleansMarksAndGivesBack() throws Throwable {
    EegBlinkRows rows = new EegBlinkRows(EegHeads.dipoles(30, 100, 8), 0, 30, 400, 2);
    ImagePlus eeg = SignalsImage.image(rows.blinked(), "eeg");
    SeizureInfo.write(eeg, List.of(new Annotation(3, 2, "seiz", "")));
    CommandModule made = run(CleanEegOf.class, "signals", eeg, "bad", "auto, T3");
    ImagePlus cleaned = (ImagePlus) made.getOutput("cleaned");
    ImagePlus removed = (ImagePlus) made.getOutput("removed");
    assertEquals("cleaned eeg", cleaned.getTitle());
    assertTrue(SignalsImage.signals(cleaned).filled()[12][7], "T3 is marked");
    assertEquals(1, SeizureInfo.read(cleaned).size());
    String info = cleaned.getInfoProperty();
    assertTrue(info.contains("BrainDyn.cleaned = T3 (all the time): named"), info);
    assertTrue(info.contains("BrainDyn.cleaned.removed = removed from eeg"), info);
    ResultsTable table = (ResultsTable) made.getOutput("table");
    assertEquals(19, table.size());
    assertEquals("gaussian process", table.getStringValue("Filled by", 12));
    ResultsTable stretches = (ResultsTable) made.getOutput("stretches");
    assertTrue(stretches.size() >= 2, "blinks");
    ImagePlus back =
        (ImagePlus)
            run(CleanEegOf.class, "signals", cleaned, "restore", removed).getOutput("cleaned");
    for (int c = 0; c < 19; c++) {
      for (int t = 0; t < 3000; t++) {
        assertEquals(eeg.getProcessor().getf(t, c), back.getProcessor().getf(t, c), 1e-4);
      }
    }
    assertNull(SignalsImage.signals(back).filled());
    // A channel filled all the time leaves nothing to test on, and Train says so.
    refuses(
        "filled",
        Train.class,
        "signals",
        cleaned,
        "variant",
        "linear skip",
        "context",
        10,
        "horizon",
        1,
        "epochs",
        1,
        "model",
        folder.resolve("m.npz").toFile());
  }

  @Test
  void refusesInWords() throws Throwable {
    ImagePlus eeg = SignalsImage.image(EegHeads.dipoles(20, 100, 8), "eeg");
    refuses("has no channel Q7", CleanEegOf.class, "signals", eeg, "bad", "Q7");
    refuses(
        "nothing is asked for",
        CleanEegOf.class,
        "signals",
        eeg,
        "bad",
        "none",
        "artefacts",
        "none");
    ImagePlus other = SignalsImage.image(EegHeads.dipoles(10, 100, 8), "other");
    refuses("do not belong together", CleanEegOf.class, "signals", eeg, "restore", other);
  }
}
