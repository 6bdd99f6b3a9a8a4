package org.braindyn.io.brainvision;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.braindyn.data.Annotation;

/**
 * The markers of a .vmrk.
 *
 * @param annotations in order of onset, text "type/description"
 * @param start date and time of the first segment, null if unknown
 * @param notes what was odd
 */
record VmrkMarkers(List<Annotation> annotations, LocalDateTime start, List<String> notes) {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

  static VmrkMarkers read(VhdrHeader header, int points) throws IOException {
    List<Annotation> found = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    if (header.markers() == null) {
      return new VmrkMarkers(found, null, notes);
    }
    IniText ini = IniText.read(header.markers());
    LocalDateTime start = null;
    int segments = 0;
    int odd = 0;
    int late = 0;
    for (Map.Entry<String, String> entry : ini.section("marker infos").entrySet()) {
      String[] parts = IniText.parts(entry.getValue());
      if (!entry.getKey().matches("mk\\d+") || parts.length < 3) {
        odd++;
        continue;
      }
      double position = ini.parse(parts[2], entry.getKey());
      double size = parts.length > 3 && !parts[3].isEmpty() ? ini.parse(parts[3], "size") : 0;
      double channel = parts.length > 4 && !parts[4].isEmpty() ? ini.parse(parts[4], "channel") : 0;
      if (!(position >= 1) || !(size >= 0)) {
        odd++;
        continue;
      }
      if (position > points) {
        late++;
        continue;
      }
      int index = (int) channel;
      String where =
          index >= 1 && index <= header.channels().size()
              ? header.channels().get(index - 1).name()
              : "";
      found.add(
          new Annotation(
              (position - 1) / header.rate(),
              size / header.rate(),
              parts[0] + "/" + parts[1],
              where));
      if (parts[0].equals("New Segment")) {
        segments++;
        start = start == null && parts.length > 5 ? time(parts[5]) : start;
      }
    }
    if (odd > 0) {
      notes.add(odd + " markers of " + ini.file + " have no position and were left out.");
    }
    if (late > 0) {
      notes.add(late + " markers of " + ini.file + " lie beyond the last sample; left out.");
    }
    if (segments > 1) {
      notes.add(
          "The recording has "
              + segments
              + " segments; between them time passed that the samples do not show.");
    }
    found.sort(Comparator.comparingDouble(Annotation::onset));
    return new VmrkMarkers(found, start, notes);
  }

  private static LocalDateTime time(String stamp) {
    try {
      return LocalDateTime.parse(stamp.substring(0, 14), STAMP);
    } catch (DateTimeException | StringIndexOutOfBoundsException e) {
      return null; // removed on purpose in many shared recordings
    }
  }
}
