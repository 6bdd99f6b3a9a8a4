package org.braindyn.io.edf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.data.Annotation;
import org.braindyn.data.Channel;
import org.braindyn.data.ChannelRecording;
import org.braindyn.signal.montage.Montage;
import org.braindyn.signal.montage.TenTwenty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of an independent reader's test suite, decoded here a second time from their bytes. */
@Tag("real-data")
class EdfOnRealDataTest {
  private static Path shared(String name) {
    Path file = Path.of(System.getProperty("braindyn.shared", "../shared")).resolve("data/" + name);
    assumeTrue(Files.exists(file), "skipped: " + file + " is absent");
    return file;
  }

  private static String field(byte[] bytes, int from, int length) {
    return new String(bytes, from, length, StandardCharsets.ISO_8859_1).trim();
  }

  @ParameterizedTest
  @CsvSource({
    "eeg_mne/duplicate_channel_labels.edf, 3, 250, 2500, 0, EEG F1-Ref",
    "eeg_mne/test.bdf, 73, 2048, 2048, 0, Fp1",
    "eeg_mne/test.edf, 139, 512, 3072, -1, A1",
    "eeg_mne/test_edf_stim_channel.edf, 25, 128, 1228, 0, EEG Fp1",
    "eeg_mne/test_stim_channel.edf, 3, 200, 120000, 0, stAtUs",
    "eeg_mne/test_uneven_samp.edf, 2, 100, 11000, 0, 3Hz +5/-5 V",
    "odd_edf/test_generator_2.edf, 11, 200, 120000, -1, squarewave",
    "eeg_seizure_michigan/derived/michigan_seizure_18ch_100Hz.edf, 18, 100, 50000, -1, EEG Fp1"
  })
  void everyValueFollowsTheFormula(
      String name, int channels, double rate, int samples, int annotations, String first)
      throws IOException {
    Path file = shared(name);
    ChannelRecording recording = Edf.read(file);
    assertEquals(channels, recording.channels().size());
    assertEquals(first, recording.channels().get(0).name());
    assertEquals(rate, recording.channels().get(0).rate(), 1e-9);
    assertEquals(samples, recording.channels().get(0).values().length);
    assertEquals(annotations == 0, recording.annotations().isEmpty());
    assertEquals(
        channels,
        recording.channels().stream().map(Channel::name).distinct().count(),
        "names are unique");

    byte[] b = Files.readAllBytes(file);
    int n = Integer.parseInt(field(b, 252, 4));
    int records = Integer.parseInt(field(b, 236, 8));
    int width = b[0] == (byte) 0xff ? 3 : 2;
    int[] perRecord = new int[n];
    int recordBytes = 0;
    for (int s = 0; s < n; s++) {
      perRecord[s] = Integer.parseInt(field(b, 256 + n * 216 + 8 * s, 8));
      recordBytes += perRecord[s] * width;
    }
    int channel = 0;
    int offset = 0;
    for (int s = 0; s < n; s++) {
      if (!field(b, 256 + 16 * s, 16).endsWith("Annotations")) {
        double pmin = Double.parseDouble(field(b, 256 + n * 104 + 8 * s, 8));
        double pmax = Double.parseDouble(field(b, 256 + n * 112 + 8 * s, 8));
        double dmin = Double.parseDouble(field(b, 256 + n * 120 + 8 * s, 8));
        double dmax = Double.parseDouble(field(b, 256 + n * 128 + 8 * s, 8));
        double[] values = recording.channels().get(channel++).values();
        assertEquals(records * perRecord[s], values.length);
        for (int k = 0; k < values.length; k++) {
          int at =
              256 * (n + 1)
                  + (k / perRecord[s]) * recordBytes
                  + offset
                  + (k % perRecord[s]) * width;
          int digital = b[at + width - 1];
          for (int byteOf = width - 2; byteOf >= 0; byteOf--) {
            digital = digital * 256 + (b[at + byteOf] & 0xff);
          }
          double physical = (digital - dmin) / (dmax - dmin) * (pmax - pmin) + pmin;
          assertEquals(physical, values[k], 1e-9 * Math.max(1, Math.abs(physical)));
        }
      }
      offset += perRecord[s] * width;
    }
  }

  @Test
  void annotationsOfTheGeneratorAreKnown() {
    List<Annotation> found = Edf.read(shared("odd_edf/test_generator_2.edf")).annotations();
    assertTrue(found.size() >= 2, found.toString());
    assertEquals("RECORD START", found.get(0).text());
    assertEquals(0, found.get(0).onset());
  }

  @Test
  void theSeizureRecordingHasItsMontageAndLabels() {
    ChannelRecording recording =
        Edf.read(shared("eeg_seizure_michigan/derived/michigan_seizure_18ch_100Hz.edf"));
    ChannelRecording montage = Montage.select(recording, TenTwenty.TUSZ, Montage.Missing.NAN);
    assertEquals(19, montage.channels().size());
    assertEquals(1, montage.channels().stream().filter(c -> Double.isNaN(c.values()[0])).count());
    Path labels = shared("eeg_seizure_michigan/derived/michigan_seizure_18ch_100Hz.csv_bi");
    assertEquals(
        List.of(new Annotation(350, 150, "seiz", "")),
        SeizureLabels.seizures(SeizureLabels.read(labels)));
    assertEquals(10 * 200 * 50, Montage.resample(montage, 200).toSignals().frames());
  }
}
