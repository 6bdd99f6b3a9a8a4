package org.braindyn.io.edf;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.BadInput;

/**
 * The header of an EDF, EDF+ or BDF file (Kemp et al. 1992, Electroencephalogr. Clin. Neurophysiol.
 * 82:391; EDF+: Kemp and Olivan 2003, Clin. Neurophysiol. 114:1755).
 *
 * @param bytesPerSample 2 (EDF) or 3 (BDF)
 * @param discontinuous EDF+D: records need not follow each other
 * @param records number of data records, -1 if the writer did not say
 * @param recordDuration seconds per record
 * @param start start of the recording, null if it is not a date
 */
public record EdfHeader(
    int bytesPerSample,
    boolean discontinuous,
    long records,
    double recordDuration,
    LocalDateTime start,
    List<Signal> signals) {

  /**
   * One signal.
   *
   * @param samples samples per record
   * @param offset its first byte within a record
   */
  record Signal(
      String label,
      String unit,
      double physicalMin,
      double physicalMax,
      double digitalMin,
      double digitalMax,
      int samples,
      long offset) {
    boolean annotations() {
      return label.equalsIgnoreCase("EDF Annotations") || label.equalsIgnoreCase("BDF Annotations");
    }
  }

  /** Length of the first part. */
  static final int FIXED = 256;

  /** Bytes of the whole header. */
  int bytes() {
    return FIXED * (signals.size() + 1);
  }

  /** Bytes of one record. */
  long recordBytes() {
    Signal last = signals.get(signals.size() - 1);
    return last.offset + (long) last.samples * bytesPerSample;
  }

  /** Number of signals that the first part announces. */
  static int signalCount(byte[] fixed, String name) {
    boolean bdf = (fixed[0] & 0xff) == 0xff && text(fixed, 1, 7).equals("BIOSEMI");
    if (!bdf && !text(fixed, 0, 8).equals("0")) {
      throw new BadInput(
          name
              + " is neither EDF nor BDF: it begins with \""
              + printable(text(fixed, 0, 8))
              + "\" instead of \"0\" or \"BIOSEMI\". Choose an .edf or .bdf file.");
    }
    int count = (int) integer(fixed, 252, 4, "number of signals", name);
    if (count < 1) {
      throw bad(name, "number of signals", "" + count, "at least 1 is needed");
    }
    long stated = integer(fixed, 184, 8, "number of header bytes", name);
    if (stated != (long) FIXED * (count + 1)) {
      throw bad(
          name,
          "number of header bytes",
          "" + stated,
          count + " signals need " + (long) FIXED * (count + 1));
    }
    return count;
  }

  /** Reads the whole header. */
  static EdfHeader parse(byte[] head, String name) {
    int count = signalCount(head, name);
    int bytesPerSample = (head[0] & 0xff) == 0xff ? 3 : 2;
    double duration = number(head, 244, 8, "duration of a record", name);
    if (duration < 0 || duration > 1e6) {
      throw bad(name, "duration of a record", "" + duration, "0 to 1000000 s are possible");
    }
    List<Signal> signals = new ArrayList<>();
    long offset = 0;
    for (int s = 0; s < count; s++) {
      String label = text(head, FIXED + s * 16, 16);
      String which = "\" of signal " + (s + 1) + " \"" + printable(label);
      int samples =
          (int) integer(head, at(count, 216, s, 8), 8, "samples per record" + which, name);
      if (samples < 0 || samples > 50_000_000) {
        throw bad(name, "samples per record" + which, "" + samples, "0 to 50000000 are possible");
      }
      Signal signal =
          new Signal(
              label,
              text(head, at(count, 96, s, 8), 8),
              number(head, at(count, 104, s, 8), 8, "physical minimum" + which, name),
              number(head, at(count, 112, s, 8), 8, "physical maximum" + which, name),
              number(head, at(count, 120, s, 8), 8, "digital minimum" + which, name),
              number(head, at(count, 128, s, 8), 8, "digital maximum" + which, name),
              samples,
              offset);
      signals.add(signal);
      offset += (long) samples * bytesPerSample;
    }
    boolean discontinuous = text(head, 192, 44).matches("(EDF|BDF)\\+D.*");
    long records = integer(head, 236, 8, "number of records", name);
    return new EdfHeader(bytesPerSample, discontinuous, records, duration, start(head), signals);
  }

  /** Where field {@code before} bytes into each signal's share begins, for signal s. */
  private static int at(int count, int before, int s, int width) {
    return FIXED + count * before + s * width;
  }

  private static LocalDateTime start(byte[] head) {
    String[] date = text(head, 168, 8).split("[.:/-]");
    String[] time = text(head, 176, 8).split("[.:/-]");
    try {
      int year = Integer.parseInt(date[2].trim());
      return LocalDateTime.of(
          year + (year >= 85 ? 1900 : 2000),
          Integer.parseInt(date[1].trim()),
          Integer.parseInt(date[0].trim()),
          Integer.parseInt(time[0].trim()),
          Integer.parseInt(time[1].trim()),
          Integer.parseInt(time[2].trim()));
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException | DateTimeException e) {
      return null;
    }
  }

  private static long integer(byte[] head, int from, int length, String what, String name) {
    double value = number(head, from, length, what, name);
    if (value != Math.rint(value) || Math.abs(value) > 1e9) {
      throw bad(name, what, text(head, from, length), "a whole number is needed");
    }
    return (long) value;
  }

  private static double number(byte[] head, int from, int length, String what, String name) {
    String text = text(head, from, length);
    // Some recorders write the comma of their country; nothing else is read as a number.
    if (!text.matches("[+-]?(\\d+[.,]?\\d*|[.,]\\d+)([eE][+-]?\\d{1,3})?")) {
      throw bad(name, what, printable(text), "a number is needed");
    }
    double value = Double.parseDouble(text.replace(',', '.'));
    if (!Double.isFinite(value)) {
      throw bad(name, what, text, "a finite number is needed");
    }
    return value;
  }

  static String text(byte[] head, int from, int length) {
    String text = new String(head, from, length, StandardCharsets.ISO_8859_1);
    return text.replace('\0', ' ').strip();
  }

  public static String printable(String text) {
    return text.replaceAll("[^\\x20-\\x7e\\xa1-\\xff]", "?");
  }

  private static BadInput bad(String name, String what, String value, String need) {
    return new BadInput(
        String.format(
            Locale.ROOT,
            "%s: the header's \"%s\" is \"%s\", but %s. The file is damaged or not EDF.",
            name,
            what,
            value,
            need));
  }
}
