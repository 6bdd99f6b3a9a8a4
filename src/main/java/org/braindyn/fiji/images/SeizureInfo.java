package org.braindyn.fiji.images;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.Annotation;
import org.braindyn.data.BadInput;

/** Seizure intervals that travel with a signals image, in its Info. */
public final class SeizureInfo {
  private static final String KEY = "seizure";
  private static final String EVENT = "event";
  private static final String LABELLED = "labelled";

  private SeizureInfo() {}

  /** Writes intervals; an image without any is still marked as labelled. */
  public static void write(ImagePlus image, List<Annotation> seizures) {
    ImageInfo.set(image, LABELLED, "yes");
    for (Annotation s : seizures) {
      ImageInfo.add(image, KEY, String.format(Locale.ROOT, "%.4f %.4f s", s.onset(), s.end()));
    }
  }

  /** Copies seizures and events of a recording to another image of the same stretch of time. */
  public static void copy(ImagePlus from, ImagePlus to) {
    for (String key : List.of(LABELLED, KEY, EVENT)) {
      ImageInfo.getAll(from, key).forEach(line -> ImageInfo.add(to, key, line));
    }
  }

  /** Writes how a recording was cleaned, and which image holds what was removed. */
  public static void writeCleaning(ImagePlus cleaned, ImagePlus removed, List<String> notes) {
    notes.forEach(note -> ImageInfo.add(cleaned, "cleaned", note));
    ImageInfo.set(cleaned, "cleaned.removed", removed.getTitle());
    ImageInfo.set(removed, "removed.from", cleaned.getTitle());
  }

  /** Writes remarks of the recording. */
  public static void writeEvents(ImagePlus image, List<Annotation> events) {
    for (Annotation e : events) {
      String text = String.format(Locale.ROOT, "%.4f %.4f s ", e.onset(), e.end()) + e.text();
      ImageInfo.add(image, EVENT, text);
    }
  }

  /** Remarks of the recording, in s; empty for none. */
  public static List<Annotation> events(ImagePlus image) {
    List<Annotation> events = new ArrayList<>();
    for (String line : ImageInfo.getAll(image, EVENT)) {
      String[] parts = line.split(" ", 4);
      try {
        double onset = Double.parseDouble(parts[0]);
        events.add(new Annotation(onset, Double.parseDouble(parts[1]) - onset, parts[3], ""));
      } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
        throw new BadInput(image.getTitle() + ": \"" + line + "\" in its Info is no event.", e);
      }
    }
    return events;
  }

  /**
   * Reads intervals.
   *
   * @return in s; null if nobody ever labelled the image
   */
  public static List<Annotation> read(ImagePlus image) {
    if (ImageInfo.get(image, LABELLED) == null) {
      return null;
    }
    List<Annotation> seizures = new ArrayList<>();
    for (String line : ImageInfo.getAll(image, KEY)) {
      String[] parts = line.split(" ");
      try {
        double onset = Double.parseDouble(parts[0]);
        seizures.add(new Annotation(onset, Double.parseDouble(parts[1]) - onset, "seiz", ""));
      } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
        throw new BadInput(
            image.getTitle() + ": \"" + line + "\" in its Info is no seizure interval.", e);
      }
    }
    return seizures;
  }
}
