package org.braindyn.io.edf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.eeg.ChannelChoice;
import org.braindyn.eeg.EegImport;
import org.braindyn.eeg.EegImport.Electrodes;
import org.braindyn.eeg.EegImport.Reference;
import org.braindyn.signal.montage.Montage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Odd EDF and BDF files from header to signals: units, channels that are no electrodes, clocks. */
class EdfSiblingsTest {
  private static final int RATE = 100;

  @TempDir Path dir;

  private static String[] channel(String label, String unit) {
    return new String[] {label, unit, "-3276.8", "3276.7", "-32768", "32767", "" + RATE};
  }

  private static int[] wave(int hertz) {
    int[] wave = new int[RATE];
    Arrays.setAll(wave, t -> (int) Math.round(300 * Math.sin(2 * Math.PI * hertz * t / RATE)));
    return wave;
  }

  /** Channels of 7, 8, ... Hz and 300 steps; a label that ends in "=" is constant. */
  private static EdfBytes file(String[]... channels) {
    EdfBytes bytes = new EdfBytes();
    Object[] record = new Object[channels.length];
    for (int c = 0; c < channels.length; c++) {
      boolean flat = channels[c][0].endsWith("=");
      channels[c][0] = channels[c][0].replace("=", "");
      bytes.signal(channels[c]);
      record[c] = flat ? new int[RATE] : wave(7 + c);
    }
    return bytes.record(record).record(record);
  }

  private EegImport.Result read(
      EdfBytes bytes, Electrodes montage, Reference reference, String channels) throws IOException {
    Path path = dir.resolve("a.edf");
    Files.write(path, bytes.build());
    EdfOptions edf = EdfOptions.DEFAULT.withChannels(ChannelChoice.of(channels));
    return new EegImport(montage, Montage.Missing.ZERO, reference, 0, 0, 0, 0, false, edf)
        .read(path, null, Progress.NONE);
  }

  private EegImport.Result read(EdfBytes bytes, Electrodes montage) throws IOException {
    return read(bytes, montage, Reference.RECORDED, "");
  }

  private void refused(EdfBytes bytes, Electrodes montage, Reference reference, String words) {
    BadInput error = assertThrows(BadInput.class, () -> read(bytes, montage, reference, ""));
    assertTrue(error.getMessage().contains(words), error.getMessage());
  }

  private static void told(EegImport.Result result, String words) {
    assertTrue(result.notes().toString().contains(words), result.notes().toString());
  }

  @Test
  void everySpellingOfMicrovolts() throws IOException {
    EdfBytes bytes =
        file(
            channel("Fp1", "\u00c2\u00b5V"), // UTF-8 in a header of bytes
            channel("Fp2", "microV"),
            channel("F3", "uVolt"),
            channel("F4", "UV"),
            channel("C3", "\u00b5V"),
            channel("C4", "uV"));
    for (double[] row : read(bytes, Electrodes.PRESENT).signals().values()) {
      assertEquals(30, Arrays.stream(row).max().orElse(0), 2);
    }
  }

  @Test
  void unitsThatCannotBeTrueAreQuestioned() throws IOException {
    String[] tiny = channel("Fp1", "uV");
    tiny[2] = "-0.0033";
    tiny[3] = "0.0033";
    told(read(file(tiny), Electrodes.PRESENT), "if the numbers are in V, it is 21");
    EdfBytes volts = file(channel("Fp1", "V"), channel("Fp2", "V"));
    told(read(volts, Electrodes.PRESENT), "if the numbers are in uV, it is 21.2 uV");
    EdfBytes milli = file(channel("Fp1", "mV"), channel("Fp2", "mV"));
    told(read(milli, Electrodes.PRESENT), "if the numbers are in nV or uV, it is 21.2 uV");
    EdfBytes right = file(channel("Fp1", "uV"));
    assertEquals(List.of(), read(right, Electrodes.PRESENT).notes());
  }

  @Test
  void unknownUnitsAreNamedAndNotMixed() {
    EdfBytes mixed = file(channel("Fp1", "adu"), channel("Fp2", "uV"));
    refused(mixed, Electrodes.PRESENT, Reference.RECORDED, "Fp1 (adu)");
    EdfBytes blank = file(channel("Fp1", ""), channel("Fp2", "uV"));
    refused(blank, Electrodes.PRESENT, Reference.RECORDED, "Fp1 (no unit)");
  }

  @Test
  void whatIsNoElectrodeStaysOut() throws IOException {
    EdfBytes bytes =
        file(
            channel("EEG Fp1-Ref", "uV"),
            channel("C3", "uV"),
            channel("EKG1", "uV"),
            channel("Plet", ""),
            channel("Leg/L", "uV"),
            channel("EXG1", "uV"),
            channel("Chin1-Chin2", "uV"),
            channel("SpO2", "%"),
            channel("Trigger", ""),
            channel("Annotations", ""),
            channel("edf annotations", ""),
            channel("-", "uV"),
            channel("O2=", "uV"));
    EegImport.Result all = read(bytes, Electrodes.ALL, Reference.AVERAGE, "");
    assertEquals(List.of("EEG Fp1-Ref", "C3"), all.signals().regions().names());
    told(all, "Left out, as no electrodes: EKG1, Plet, Leg/L, EXG1, Chin1-Chin2, SpO2, Trigger");
    told(all, "as they never change: O2");
    EegImport.Result present = read(bytes, Electrodes.PRESENT, Reference.AVERAGE, "");
    assertEquals(List.of("Fp1", "C3"), present.signals().regions().names());
    told(present, "as they never change: O2");
    told(present, "Not read: EKG1, Plet");
  }

  @Test
  void electrodesThatAreNotThereAreNotAveraged() throws IOException {
    EdfBytes bytes = file(channel("Fp1", "uV"), channel("Fp2", "uV"), channel("O2=", "uV"));
    double[][] all = read(bytes, Electrodes.TEN_TWENTY, Reference.AVERAGE, "").signals().values();
    double[][] two = read(bytes, Electrodes.PRESENT, Reference.AVERAGE, "").signals().values();
    assertEquals(19, all.length);
    assertEquals(two[0][13], all[0][13], 1e-12);
    assertEquals(0, all[9][13]); // O2, filled with zeros
  }

  @Test
  void differencesHaveNoAverage() throws IOException {
    EdfBytes bytes = file(channel("FP1-F7", "uV"), channel("F7-T7", "uV"));
    refused(bytes, Electrodes.ALL, Reference.AVERAGE, "difference of two electrodes");
    assertEquals(2, read(bytes, Electrodes.ALL).signals().size());
  }

  @Test
  void rangesOfNothingNameTheWayOut() throws IOException {
    String[] empty = channel("O1", "uV");
    empty[2] = empty[3] = "0";
    EdfBytes bytes = file(channel("Fp1", "uV"), empty);
    refused(bytes, Electrodes.PRESENT, Reference.RECORDED, "channels=[!O1]");
    assertEquals(1, read(bytes, Electrodes.ALL, Reference.RECORDED, "!O1").signals().size());
    String[] turned = channel("Fp1", "uV");
    turned[2] = "3276.7";
    turned[3] = "-3276.8";
    double[] up = read(file(channel("Fp1", "uV")), Electrodes.PRESENT).signals().values()[0];
    double[] down = read(file(turned), Electrodes.PRESENT).signals().values()[0];
    assertEquals(-up[3], down[3], 0.11);
  }

  @Test
  void labelsWithReferencesOfManyRecorders() throws IOException {
    EdfBytes bytes =
        file(
            channel("EEG F3-AA", "uV"),
            channel("EEG Pz-CLE", "uV"),
            channel("F7 EEG", "uV"),
            channel("P4/A1", "uV"),
            channel("O1-Cz", "uV"));
    EegImport.Result result = read(bytes, Electrodes.PRESENT);
    assertEquals(List.of("F3", "P4", "F7", "Pz"), result.signals().regions().names());
    told(result, "Not read: O1-Cz.");
  }

  @Test
  void clocksThatContradictTheHeaderAreTold() throws IOException {
    EdfBytes bytes = new EdfBytes().signal(channel("Fp1", "uV")).annotationSignal(20);
    for (String start : List.of("+0", "+1", "+9.5")) {
      bytes.record(wave(7), start + "\u0014\u0014\0");
    }
    EegImport.Result joined = read(bytes, Electrodes.PRESENT);
    assertEquals(300, joined.signals().frames());
    told(joined, "record 3 says that it starts at 9.50000 s, not at 2.00000 s");
    bytes.reserved = "EDF+D";
    assertEquals(1050, read(bytes, Electrodes.PRESENT).signals().frames());
  }

  @Test
  void annotationsAlone() {
    EdfBytes bytes = new EdfBytes();
    bytes.duration = "0";
    bytes.annotationSignal(40).record("+0\u0014\u0014\0+5\u0014seiz\u0014\0");
    refused(bytes, Electrodes.ALL, Reference.RECORDED, "holds annotations only");
  }
}
