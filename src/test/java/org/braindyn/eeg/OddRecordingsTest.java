package org.braindyn.eeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.data.Annotation;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.io.door.SharedData;
import org.braindyn.io.edf.ChbSummary;
import org.braindyn.io.edf.EdfOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings of CHB-MIT: channels called "-", and the summary of a person's seizures. */
class OddRecordingsTest {
  @TempDir Path dir;

  private static EegImport.Result read(Path file, EegImport.Electrodes montage, String channels) {
    EegImport d = EegImport.defaults();
    EdfOptions options = EdfOptions.DEFAULT.withChannels(ChannelChoice.of(channels));
    return new EegImport(montage, d.missing(), d.reference(), 0, 0, 0, 0, false, options)
        .read(file, null, Progress.NONE);
  }

  @Test
  @Tag("real-data")
  void separatorsAreLeftOutAndTold() {
    Path file = SharedData.caseFile("14-chbmit-dead-end/chb.edf");
    EegImport.Result all = read(file, EegImport.Electrodes.ALL, "");
    assertEquals(19, all.signals().size());
    assertFalse(all.signals().regions().names().contains("-"));
    assertTrue(all.notes().toString().contains("2 channels called \"-\""), all.notes().toString());
    EegImport.Result two = read(file, EegImport.Electrodes.ALL, "FP1-F7, fz-cz");
    assertEquals(List.of("FP1-F7", "FZ-CZ"), two.signals().regions().names());
    EegImport.Result without = read(file, EegImport.Electrodes.ALL, "!T8-P8");
    assertEquals(17, without.signals().size());
    BadInput error =
        assertThrows(BadInput.class, () -> read(file, EegImport.Electrodes.PRESENT, ""));
    assertTrue(error.getMessage().contains("montage=[all channels]"), error.getMessage());
  }

  @Test
  void seizuresOfASummary() throws IOException {
    Path file =
        Files.writeString(
            dir.resolve("chb01-summary.txt"),
            "Data Sampling Rate: 256 Hz\n\nFile Name: chb01_02.edf\nNumber of Seizures in File: 0"
                + "\n\nFile Name: chb01_03.edf\nFile Start Time: 13:43:04\n"
                + "Number of Seizures in File: 2\nSeizure Start Time: 2996 seconds\n"
                + "Seizure End Time: 3036 seconds\nSeizure 2 Start Time: 3100 seconds\n"
                + "Seizure 2 End Time: 3110 seconds\n");
    List<Annotation> found = ChbSummary.read(file, "chb01_03.edf");
    assertEquals(new Annotation(2996, 40, "seiz", ""), found.get(0));
    assertEquals(new Annotation(3100, 10, "seiz", ""), found.get(1));
    assertEquals(List.of(), ChbSummary.read(file, "chb01_02.edf"));
    assertThrows(BadInput.class, () -> ChbSummary.read(file, "other.edf"));
  }
}
