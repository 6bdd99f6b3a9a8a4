package org.braindyn.fiji.images;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.List;

/**
 * Named lines in an image's Info ("Image > Show Info..."), which ImageJ keeps in TIFF files: {@code
 * BrainDyn.name = value}. A name may occur several times.
 */
final class ImageInfo {
  private static final String PREFIX = "BrainDyn.";

  private ImageInfo() {}

  /** Value of the first line with this name, or null. */
  static String get(ImagePlus image, String name) {
    List<String> all = getAll(image, name);
    return all.isEmpty() ? null : all.get(0);
  }

  /** Values of all lines with this name, in order. */
  static List<String> getAll(ImagePlus image, String name) {
    List<String> values = new ArrayList<>();
    String info = image.getInfoProperty();
    if (info != null) {
      String start = PREFIX + name + " = ";
      info.lines()
          .filter(l -> l.startsWith(start))
          .forEach(l -> values.add(l.substring(start.length())));
    }
    return values;
  }

  /** Adds a line. */
  static void add(ImagePlus image, String name, String value) {
    String info = image.getInfoProperty();
    String line = PREFIX + name + " = " + value.replaceAll("[\\r\\n]+", " ") + "\n";
    image.setProperty(
        "Info", info == null || info.isEmpty() ? line : info.stripTrailing() + "\n" + line);
  }

  /** Removes all lines with this name and adds one. */
  static void set(ImagePlus image, String name, String value) {
    String info = image.getInfoProperty();
    if (info != null) {
      String start = PREFIX + name + " = ";
      StringBuilder kept = new StringBuilder();
      info.lines().filter(l -> !l.startsWith(start)).forEach(l -> kept.append(l).append('\n'));
      image.setProperty("Info", kept.toString());
    }
    add(image, name, value);
  }
}
