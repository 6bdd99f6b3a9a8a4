package org.braindyn.fiji.images;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Region;
import org.braindyn.data.Regions;

/**
 * Regions in an image's Info: one line {@code label | voxels | x y z | name} per region, in order;
 * "-" for a label or place that is not known.
 */
final class RegionInfo {
  private static final String NAME = "region";
  private static final String UNKNOWN = "-";

  /** Says that labels 1, 2, ... are labels; earlier versions so numbered what had none. */
  private static final String GIVEN = "labels";

  private RegionInfo() {}

  /** Writes the regions. */
  static void write(ImagePlus image, Regions regions) {
    StringBuilder info = new StringBuilder();
    String before = image.getInfoProperty();
    if (before != null) {
      before
          .lines()
          .filter(line -> !line.matches("BrainDyn\\.(region|labels) = .*"))
          .forEach(line -> info.append(line).append('\n'));
    }
    for (Region r : regions) {
      String place =
          r.centroid() == null
              ? "-"
              : r.centroid()[0] + " " + r.centroid()[1] + " " + r.centroid()[2];
      info.append("BrainDyn.region = ")
          .append(r.hasLabel() ? r.labelText() : UNKNOWN)
          .append(" | ")
          .append(r.voxels())
          .append(" | ")
          .append(place)
          .append(" | ")
          .append(r.name().replaceAll("[\\r\\n]+", " "))
          .append('\n');
    }
    image.setProperty("Info", info.toString());
    if (regions.looksNumbered()) {
      ImageInfo.set(image, GIVEN, "given");
    }
  }

  /** Reads the regions; null if the image has none. */
  static Regions read(ImagePlus image) {
    List<Region> regions = new ArrayList<>();
    for (String line : ImageInfo.getAll(image, NAME)) {
      String[] parts = line.split(" \\| ", 4);
      if (parts.length != 4) {
        throw new BadInput(
            image.getTitle()
                + ": the Info line \""
                + line
                + "\" is not label | voxels | place | name.");
      }
      double[] centroid = null;
      if (!parts[2].equals("-")) {
        String[] xyz = parts[2].split(" ");
        centroid =
            new double[] {
              Double.parseDouble(xyz[0]), Double.parseDouble(xyz[1]), Double.parseDouble(xyz[2])
            };
      }
      regions.add(new Region(label(parts[0]), parts[3], Long.parseLong(parts[1]), centroid));
    }
    return regions.isEmpty() ? null : Regions.stored(regions, ImageInfo.get(image, GIVEN) != null);
  }

  private static int label(String text) {
    return text.equals(UNKNOWN) ? Region.NO_LABEL : Integer.parseInt(text);
  }
}
