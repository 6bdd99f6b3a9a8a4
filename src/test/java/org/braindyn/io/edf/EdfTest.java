package org.braindyn.io.edf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.Annotation;
import org.braindyn.data.BadInput;
import org.braindyn.data.Channel;
import org.braindyn.data.ChannelRecording;
import org.braindyn.data.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdfTest {
  @TempDir Path folder;

  private ChannelRecording read(EdfBytes bytes, EdfOptions options) throws IOException {
    return Edf.read(save(bytes.build()), options, Progress.NONE);
  }

  private Path save(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("test.edf"), bytes);
  }

  private static EdfBytes two() {
    return new EdfBytes()
        .signal("EEG Fp1-REF", "uV", "-100", "300", "-2", "2", "2")
        .signal("Temp", "degC", "30", "40", "0", "1000", "1")
        .annotationSignal(30);
  }

  @Test
  void scalesToPhysicalUnits() throws IOException {
    EdfBytes bytes = two();
    bytes.record(new int[] {-2, 1}, new int[] {250}, "+0\u0014\u0014\0");
    bytes.record(
        new int[] {0, 2}, new int[] {1000}, "+1\u0014\u0014\0+1.25\u001575e-1\u0014no\u0014\0");
    ChannelRecording recording = read(bytes, EdfOptions.DEFAULT);
    Channel eeg = recording.channels().get(0);
    assertEquals("EEG Fp1-REF", eeg.name());
    assertEquals(2, eeg.rate());
    assertArrayEquals(new double[] {-100, 200, 100, 300}, eeg.values(), 1e-12);
    assertArrayEquals(
        new double[] {32.5, 40}, recording.channels().get(1).values(), 1e-12, "second rate");
    assertEquals(LocalDateTime.of(2004, 3, 2, 5, 6, 7), recording.start());
    assertTrue(recording.notes().get(0).contains("damaged"), "75e-1 is no EDF+ duration");
  }

  @Test
  void reads24BitsWithSign() throws IOException {
    EdfBytes bytes = new EdfBytes();
    bytes.bytesPerSample = 3;
    bytes.reserved = "24BIT";
    bytes.signal("Fp1", "uV", "-8388608", "8388607", "-8388608", "8388607", "3");
    bytes.record(new int[] {-8388608, -1, 8388607});
    assertArrayEquals(
        new double[] {-8388608, -1, 8388607},
        read(bytes, EdfOptions.DEFAULT).channels().get(0).values(),
        1e-6);
  }

  @Test
  void gapsBecomeNaNWithReport() throws IOException {
    EdfBytes bytes = two();
    bytes.reserved = "EDF+D";
    bytes.record(new int[] {0, 0}, new int[] {0}, "+10\u0014\u0014\0+10.5\u0014on\u0014\0");
    bytes.record(new int[] {1, 1}, new int[] {0}, "+13.5\u0014\u0014\0+13.5\u0014after\u0014\0");
    ChannelRecording filled = read(bytes, EdfOptions.DEFAULT);
    double nan = Double.NaN;
    assertArrayEquals(
        new double[] {100, 100, nan, nan, nan, nan, nan, 200, 200},
        filled.channels().get(0).values());
    assertEquals(List.of(new Annotation(1, 2.5, "gap", "")), filled.gaps());
    assertEquals(0.5, filled.annotations().get(0).onset());
    assertEquals(3.5, filled.annotations().get(1).onset());
    assertTrue(filled.notes().get(0).contains("1 gaps, 2.5"), filled.notes().toString());
    ChannelRecording joined =
        read(bytes, new EdfOptions(EdfOptions.Gaps.JOIN, false, label -> true));
    assertEquals(4, joined.channels().get(0).values().length);
    assertEquals(1.0, joined.annotations().get(1).onset());
  }

  @Test
  void refusesRecordsGoingBackInTime() throws IOException {
    EdfBytes bytes = two();
    bytes.reserved = "EDF+D";
    bytes.record(new int[] {0, 0}, new int[] {0}, "+5\u0014\u0014\0");
    bytes.record(new int[] {0, 0}, new int[] {0}, "+5.5\u0014\u0014\0");
    assertMessage(bytes, "before record 1 has ended");
  }

  @Test
  void annotationsThatAreNotUtf8AreReported() throws IOException {
    EdfBytes bytes = two();
    byte[] latin =
        "+0\u0014\u0014\0+0.5\u00150.25\u0014B\u00e9b\u00e9\u0014\0"
            .getBytes(StandardCharsets.ISO_8859_1);
    bytes.record(new int[] {0, 0}, new int[] {0}, latin);
    ChannelRecording recording = read(bytes, EdfOptions.DEFAULT);
    assertEquals(List.of(new Annotation(0.5, 0.25, "B\u00e9b\u00e9", "")), recording.annotations());
    assertTrue(recording.notes().toString().contains("1 annotations are not UTF-8"));
  }

  @Test
  void duplicateNamesAreNumbered() throws IOException {
    EdfBytes bytes = new EdfBytes();
    for (int i = 0; i < 3; i++) {
      bytes.signal("Fp1", "uV", "-1", "1", "-1", "1", "1");
    }
    bytes.record(new int[] {0}, new int[] {0}, new int[] {0});
    assertEquals(
        List.of("Fp1", "Fp1 (2)", "Fp1 (3)"),
        read(bytes, EdfOptions.DEFAULT).channels().stream().map(Channel::name).toList());
  }

  @Test
  void badFilesAreRefusedWithReason() throws IOException {
    assertMessage(two(), "no data record");
    EdfBytes bytes = two();
    bytes.record(new int[] {0, 0}, new int[] {0}, "");
    bytes.records = "-7";
    assertMessage(bytes, "number of records is -7");
    bytes.records = "3";
    assertMessage(bytes, "announces 3 records, 1 are whole");
    ChannelRecording cut = read(bytes, EdfOptions.DEFAULT.readTruncated());
    assertEquals(2, cut.channels().get(0).values().length);
    bytes.records = "-1";
    assertTrue(read(bytes, EdfOptions.DEFAULT).notes().get(0).contains("1 were found"));
    EdfBytes flat = new EdfBytes().signal("ECG", "uV", "-1", "1", "5", "5", "1");
    flat.record(new int[] {0});
    assertMessage(flat, "digital minimum 5.0 is not below digital maximum 5.0");
    EdfBytes text = two();
    text.version = "<html>";
    assertMessage(text, "neither EDF nor BDF");
    EdfBytes nan = new EdfBytes().signal("ECG", "uV", "NaN", "1", "0", "5", "1");
    assertMessage(nan, "physical minimum");
    Path empty = save(new byte[0]);
    assertTrue(
        assertThrows(BadInput.class, () -> Edf.read(empty)).getMessage().contains("0 bytes"));
    Path cutHeader = save(Arrays.copyOf(two().build(), 300));
    assertThrows(BadInput.class, () -> Edf.read(cutHeader));
    assertThrows(BadInput.class, () -> Edf.read(folder.resolve("absent.edf")));
  }

  @Test
  void badChannelIsNoObstacleWhenLeftOut() throws IOException {
    EdfBytes bytes = two().signal("off", "", "0", "0", "0", "0", "1");
    bytes.record(new int[] {0, 0}, new int[] {0}, "", new int[] {0});
    assertThrows(BadInput.class, () -> read(bytes, EdfOptions.DEFAULT));
    ChannelRecording kept =
        read(bytes, EdfOptions.DEFAULT.withChannels(label -> !label.equals("off")));
    assertEquals(2, kept.channels().size());
  }

  @Test
  void writtenFilesReadBack() {
    double[] values = new double[300];
    for (int i = 0; i < values.length; i++) {
      values[i] = 80 * Math.sin(i * 0.1);
    }
    ChannelRecording recording =
        new ChannelRecording(
            List.of(new Channel("Fp1", "uV", 100, values)),
            List.of(new Annotation(1.5, 1, "seiz", "")),
            List.of(),
            null,
            List.of(),
            "made");
    Path file = folder.resolve("new/made.edf");
    EdfWriter.write(recording, file);
    ChannelRecording back = Edf.read(file);
    assertArrayEquals(values, back.channels().get(0).values(), 160.0 / 65534);
    assertEquals(recording.annotations(), back.annotations());
    assertEquals(100, back.channels().get(0).rate());
  }

  private void assertMessage(EdfBytes bytes, String part) {
    BadInput thrown = assertThrows(BadInput.class, () -> read(bytes, EdfOptions.DEFAULT));
    assertTrue(thrown.getMessage().contains(part), thrown.getMessage());
  }
}
