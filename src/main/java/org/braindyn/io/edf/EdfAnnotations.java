package org.braindyn.io.edf;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.Annotation;

/**
 * Time-stamped annotation lists (TAL) of EDF+: {@code +onset [0x15 duration] 0x14 text 0x14 ... 0}.
 * The first list of a record has an empty text and tells when the record starts.
 */
final class EdfAnnotations {
  private final List<Annotation> found = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private int damaged;
  private int notUtf8;

  /**
   * Reads the annotation bytes of one record.
   *
   * @return when the record starts in s, NaN if it does not say
   */
  double read(byte[] bytes) {
    double start = Double.NaN;
    int from = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        if (i > from) {
          double time = list(bytes, from, i);
          start = Double.isNaN(start) ? time : start;
        }
        from = i + 1;
      }
    }
    if (from < bytes.length) {
      damaged++;
    }
    return start;
  }

  /** Everything read so far. */
  List<Annotation> found() {
    return found;
  }

  /** What was odd. */
  List<String> notes() {
    List<String> all = new ArrayList<>(notes);
    if (notUtf8 > 0) {
      all.add(notUtf8 + " annotations are not UTF-8; they were read as ISO 8859-1.");
    }
    if (damaged > 0) {
      all.add(damaged + " annotation lists are damaged and were left out.");
    }
    return all;
  }

  /** One list; returns its onset if it is a time-keeping one (no text), else NaN. */
  private double list(byte[] bytes, int from, int to) {
    int end = find(bytes, from, to, 0x14);
    if (end < 0) {
      damaged++;
      return Double.NaN;
    }
    int split = find(bytes, from, end, 0x15);
    double onset = number(bytes, from, split < 0 ? end : split);
    double duration = split < 0 ? 0 : number(bytes, split + 1, end);
    if (Double.isNaN(onset) || !(duration >= 0)) {
      damaged++;
      return Double.NaN;
    }
    boolean timeKeeping = false;
    for (int begin = end + 1; begin < to; ) {
      int stop = find(bytes, begin, to, 0x14);
      stop = stop < 0 ? to : stop;
      timeKeeping |= stop == begin && begin == end + 1;
      if (stop > begin) {
        found.add(new Annotation(onset, duration, text(bytes, begin, stop), ""));
      }
      begin = stop + 1;
    }
    return timeKeeping ? onset : Double.NaN;
  }

  private String text(byte[] bytes, int from, int to) {
    try {
      ByteBuffer part = ByteBuffer.wrap(bytes, from, to - from);
      return StandardCharsets.UTF_8.newDecoder().decode(part).toString();
    } catch (CharacterCodingException e) {
      notUtf8++;
      return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
  }

  private static double number(byte[] bytes, int from, int to) {
    String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    return text.matches("[+-]?\\d{1,15}(\\.\\d{0,20})?") ? Double.parseDouble(text) : Double.NaN;
  }

  private static int find(byte[] bytes, int from, int to, int wanted) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return -1;
  }
}
