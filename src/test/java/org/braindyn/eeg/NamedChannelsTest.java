package org.braindyn.eeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.command.Commands;
import org.braindyn.command.open.ImportEeg;
import org.braindyn.fiji.images.SignalsImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.command.CommandModule;

/** Every name in channels= is one of the file, or the user hears of it. */
class NamedChannelsTest {
  private static File file() throws Exception {
    return Path.of(
            NamedChannelsTest.class
                .getResource("/cases/03-average-reference-status/ecg.edf")
                .toURI())
        .toFile();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "C3, C44|all channels|has no channel C44. Its channels are",
        "C3, ECG|10-20 present|ECG is none of the 19 electrodes",
        "C44|all channels|no channel"
      })
  void aMisspeltNameIsRefused(String channels, String montage, String said) throws Throwable {
    Commands.refuses(
        said, ImportEeg.class, "file", file(), "channels", channels, "montage", montage);
  }

  @Test
  void aNameToLeaveOutThatIsNotThereIsTold() throws Throwable {
    CommandModule done =
        Commands.run(
            ImportEeg.class, "file", file(), "channels", "!ECG, !EOG", "montage", "all channels");
    String notes = (String) done.getOutput("notes");
    assertTrue(notes.contains("no channel EOG to leave out"), notes);
    assertTrue(!notes.contains("ECG to leave"), notes);
  }

  @Test
  void namesOfAnyCaseAreFound() throws Throwable {
    CommandModule done =
        Commands.run(
            ImportEeg.class, "file", file(), "channels", "ecg, c3", "montage", "all channels");
    List<String> names =
        SignalsImage.signals((ImagePlus) done.getOutput("signals")).regions().names();
    assertEquals(2, names.size(), "" + names);
    assertTrue(names.contains("ECG"), "" + names);
  }
}
