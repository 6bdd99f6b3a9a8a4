package org.braindyn.io.edf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Builds EDF and BDF files byte by byte, independently of the reader and the writer. */
final class EdfBytes {
  String version = "0";
  String reserved = "EDF+C";
  String records;
  String duration = "1";
  int bytesPerSample = 2;
  final List<String[]> fields = new ArrayList<>();
  final List<byte[][]> data = new ArrayList<>();

  /** A signal: label, unit, physical min and max, digital min and max, samples per record. */
  EdfBytes signal(String... labelUnitRangesSamples) {
    fields.add(labelUnitRangesSamples);
    return this;
  }

  EdfBytes annotationSignal(int samples) {
    String label = bytesPerSample == 3 ? "BDF Annotations" : "EDF Annotations";
    return signal(label, "", "-1", "1", "-32768", "32767", "" + samples);
  }

  /** A record: one entry per signal, either its bytes or its digital values. */
  EdfBytes record(Object... parts) {
    byte[][] record = new byte[parts.length][];
    for (int s = 0; s < parts.length; s++) {
      int size = Integer.parseInt(fields.get(s)[6]) * bytesPerSample;
      record[s] = new byte[size];
      if (parts[s] instanceof int[] digital) {
        for (int i = 0; i < digital.length; i++) {
          for (int b = 0; b < bytesPerSample; b++) {
            record[s][i * bytesPerSample + b] = (byte) (digital[i] >> 8 * b);
          }
        }
      } else {
        byte[] bytes =
            parts[s] instanceof byte[] raw
                ? raw
                : ((String) parts[s]).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, record[s], 0, bytes.length);
      }
    }
    data.add(record);
    return this;
  }

  byte[] build() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int n = fields.size();
    if (bytesPerSample == 3) {
      out.write(0xff);
      put(out, "BIOSEMI", 7);
    } else {
      put(out, version, 8);
    }
    put(out, "", 160);
    put(out, "02.03.04", 8);
    put(out, "05.06.07", 8);
    put(out, "" + 256 * (n + 1), 8);
    put(out, reserved, 44);
    put(out, records == null ? "" + data.size() : records, 8);
    put(out, duration, 8);
    put(out, "" + n, 4);
    fields.forEach(f -> put(out, f[0], 16));
    put(out, "", 80 * n);
    for (int column = 1; column <= 5; column++) {
      int c = column;
      fields.forEach(f -> put(out, f[c], 8));
    }
    put(out, "", 80 * n);
    fields.forEach(f -> put(out, f[6], 8));
    put(out, "", 32 * n);
    data.forEach(
        record -> {
          for (byte[] part : record) {
            out.writeBytes(part);
          }
        });
    return out.toByteArray();
  }

  private static void put(ByteArrayOutputStream out, String text, int width) {
    for (int i = 0; i < width; i++) {
      out.write(i < text.length() ? text.charAt(i) : ' ');
    }
  }
}
