package org.braindyn.eeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Channel;
import org.braindyn.data.ChannelRecording;
import org.braindyn.data.Progress;
import org.braindyn.eeg.EegImport.Electrodes;
import org.braindyn.eeg.EegImport.Reference;
import org.braindyn.io.edf.EdfOptions;
import org.braindyn.signal.montage.Montage;
import org.braindyn.signal.montage.ScalpChannels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only electrodes are EEG, and all of them in microvolts. */
class EegChannelsTest {
  private static EegImport.Result read(String file, Electrodes which, Reference reference)
      throws Exception {
    Path path = Path.of(EegChannelsTest.class.getResource("/cases/" + file).toURI());
    return new EegImport(
            which, Montage.Missing.REFUSE, reference, 0, 0, 0, 0, false, EdfOptions.DEFAULT)
        .read(path, null, Progress.NONE);
  }

  private static double rms(double[] row) {
    double sum = 0;
    for (double v : row) {
      sum += v * v;
    }
    return Math.sqrt(sum / row.length);
  }

  @Test
  void everyPotentialIsInMicrovolts() throws Exception {
    for (Electrodes which : List.of(Electrodes.ALL, Electrodes.PRESENT, Electrodes.TEN_TWENTY)) {
      EegImport.Result read = read("02-edf-mixed-units/mixed.edf", which, Reference.RECORDED);
      for (double[] row : read.signals().values()) {
        assertEquals(14.2, rms(row), 0.3);
      }
      String notes = read.notes().toString();
      assertTrue(notes.contains("C3 (mV)") && notes.contains("C4 (V)"), notes);
    }
    EegImport.Result average =
        read("02-edf-mixed-units/mixed.edf", Electrodes.PRESENT, Reference.AVERAGE);
    for (double[] row : average.signals().values()) {
      assertEquals(0, rms(row), 0.01, "the channels of the file are the same in uV");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"status.bdf", "ecg.edf"})
  void otherChannelsStayOutOfTheReference(String file) throws Exception {
    EegImport.Result read =
        read("03-average-reference-status/" + file, Electrodes.ALL, Reference.AVERAGE);
    String other = file.startsWith("status") ? "Status" : "ECG";
    assertFalse(read.signals().regions().names().contains(other));
    assertTrue(read.notes().toString().contains("no electrodes: " + other), "" + read.notes());
    EegImport.Result plain =
        read("03-average-reference-status/" + file, Electrodes.PRESENT, Reference.AVERAGE);
    assertEquals(plain.signals().size(), read.signals().size());
    for (int r = 0; r < plain.signals().size(); r++) {
      int same = read.signals().regions().find(plain.signals().regions().get(r).name());
      assertEquals(plain.signals().values()[r][7], read.signals().values()[same][7], 1e-9);
    }
    EegImport.Result named =
        read("03-average-reference-status/" + file, Electrodes.NAMED, Reference.RECORDED);
    assertTrue(named.signals().regions().names().contains(other), "asked for");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-",
        "--",
        "",
        "Status",
        "ECG",
        "EKG1-REF",
        "EEG EKG-REF",
        "ECG EKG",
        "EOG left",
        "HEOG",
        "LOC-ROC",
        "EMG-Chin",
        "Resp nasal",
        "SpO2",
        "Photic-REF",
        "TRIG",
        "STI 014",
        "DC3",
        "-(2)"
      })
  void namesOfOthers(String label) {
    assertFalse(ScalpChannels.named(label) && !label.equals("LOC-ROC"), label);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fp1",
        "EEG Fp1-REF",
        "C3-P3",
        "POL A1",
        "LA12",
        "T8-P8 (2)",
        "E128",
        "Cz",
        "EEG 001",
        "A2",
        "TP10",
        "O1",
        "1"
      })
  void namesOfElectrodes(String label) {
    assertTrue(ScalpChannels.named(label), label);
  }

  private static Channel channel(String name, String unit, double... values) {
    return new Channel(name, unit, 100, values);
  }

  private static ChannelRecording recording(Channel... channels) {
    return new ChannelRecording(List.of(channels), List.of(), List.of(), null, List.of(), "made");
  }

  @Test
  void unknownUnitsAreNamedAndNotMixed() {
    ChannelRecording mixed = recording(channel("C3", "uV", 1, 2), channel("C4", "furlong", 1, 2));
    BadInput error = assertThrows(BadInput.class, mixed::inMicrovolts);
    assertTrue(error.getMessage().contains("C4 (furlong)"), error.getMessage());
    ChannelRecording none = recording(channel("C3", "", 1, 2), channel("C4", "", 1, 3));
    assertTrue(none.inMicrovolts().notes().toString().contains("C3 (no unit)"));
    assertEquals(2, none.inMicrovolts().channels().get(0).values()[1]);
    ChannelRecording nano = recording(channel("C3", "nV", 1000, 2), channel("C4", "\u00b5V", 1, 3));
    assertEquals(1, nano.inMicrovolts().channels().get(0).values()[0], 1e-12);
    assertEquals("uV", nano.inMicrovolts().channels().get(1).unit());
  }

  @Test
  void constantChannelsAreToldAndLeftOut() {
    ChannelRecording flat =
        recording(channel("C3", "uV", 1, 2), channel("C4", "uV", 7, 7), channel("O2", "%", 1, 2));
    ChannelRecording kept = ScalpChannels.choose(flat);
    assertEquals(1, kept.channels().size());
    assertTrue(kept.notes().toString().contains("never change: C4"), kept.notes().toString());
    assertTrue(kept.notes().toString().contains("no electrodes: O2"), kept.notes().toString());
    assertThrows(BadInput.class, () -> ScalpChannels.choose(recording(channel("ECG", "uV", 1, 2))));
  }
}
