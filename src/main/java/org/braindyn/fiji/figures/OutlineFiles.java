package org.braindyn.fiji.figures;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.io.RoiEncoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Reason;
import org.braindyn.data.Region;
import org.braindyn.data.join.Atlas;
import org.braindyn.fiji.images.LabelImage;
import org.braindyn.fiji.images.RegionOutlines;
import org.braindyn.io.AtomicFile;

/** Outlines of regions as ImageJ's selections, one per region and slice. */
public final class OutlineFiles {
  private OutlineFiles() {}

  /**
   * Outlines with their names and places in the stack.
   *
   * @param wanted names of regions between commas; blank for all
   * @throws BadInput if there is no such region
   */
  public static List<Roi> outlines(Atlas atlas, String wanted) {
    ImagePlus image = LabelImage.image(atlas.labels(), atlas.regions());
    TreeMap<Integer, String> named = new TreeMap<>();
    atlas.regions().forEach(r -> named.put(r.label(), r.name()));
    RegionOutlines.draw(image, atlas.labels(), new LabelNames(named, true, ""));
    Set<String> names = names(atlas, wanted);
    List<Roi> outlines = new ArrayList<>();
    for (Roi roi : image.getOverlay().toArray()) {
      if (names.contains(roi.getName())) {
        outlines.add(roi);
      }
    }
    return outlines;
  }

  private static Set<String> names(Atlas atlas, String wanted) {
    Set<String> names = new HashSet<>();
    if (wanted.isBlank()) {
      for (Region region : atlas.regions()) {
        names.add(region.name());
      }
      return names;
    }
    for (String name : wanted.split(",")) {
      int row = atlas.regions().find(name.strip());
      names.add(atlas.regions().get(row).name());
    }
    return names;
  }

  /**
   * Writes outlines as the ROI Manager does.
   *
   * @param file .zip
   * @throws BadInput if the ending is another one or the file cannot be written
   */
  public static void write(List<Roi> outlines, Path file) {
    if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
      throw new BadInput("file=" + file + ": outlines are written as .zip.");
    }
    try {
      AtomicFile.write(
          file,
          out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            Set<String> used = new HashSet<>();
            for (Roi roi : outlines) {
              String name = roi.getName().replaceAll("[/\\\\:]", "_");
              String entry = name;
              for (int k = 2; !used.add(entry); k++) {
                entry = name + "-" + k; // another slice of the same region
              }
              zip.putNextEntry(new ZipEntry(entry + ".roi"));
              zip.write(RoiEncoder.saveAsByteArray(roi));
              zip.closeEntry();
            }
            zip.finish();
          });
    } catch (IOException e) {
      throw new BadInput(file + " cannot be written: " + Reason.of(e), e);
    }
  }
}
