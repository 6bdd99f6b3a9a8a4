package org.braindyn.fiji.images;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Roi;
import ij.io.RoiDecoder;
import ij.plugin.frame.RoiManager;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Grid;
import org.braindyn.data.Reason;

/** ROIs of the ROI Manager, of an image's overlay, or of a .roi or .zip file, as masks. */
public final class RoiMasks {
  private static final int LARGEST_ROI = 16 << 20;
  private static final int MOST_ROIS = 100_000;

  private RoiMasks() {}

  /**
   * ROIs of a file; nothing is unpacked to disk.
   *
   * @throws BadInput if it holds no ROI that can be read
   */
  public static List<Roi> ofFile(File file) {
    List<Roi> rois = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file.toPath())) {
      if (file.getName().toLowerCase(Locale.ROOT).endsWith(".roi")) {
        add(rois, in, file.getName());
      } else {
        ZipInputStream zip = new ZipInputStream(in);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          String name = entry.getName().replaceFirst(".*[/\\\\]", "");
          boolean hidden = name.startsWith("._"); // what macOS adds to archives
          if (name.toLowerCase(Locale.ROOT).endsWith(".roi") && !hidden) {
            add(rois, zip, entry.getName());
          }
          if (rois.size() > MOST_ROIS) {
            throw new BadInput(file.getName() + " holds more than " + MOST_ROIS + " ROIs.");
          }
        }
      }
    } catch (IOException e) {
      throw new BadInput(file + " cannot be read: " + Reason.of(e), e);
    }
    if (rois.isEmpty()) {
      throw new BadInput(
          file + " holds no ROI. Give a .roi file or a .zip saved by the ROI Manager.");
    }
    return rois;
  }

  private static void add(List<Roi> rois, InputStream in, String entry) throws IOException {
    byte[] bytes = in.readNBytes(LARGEST_ROI);
    String name = entry.replaceFirst(".*[/\\\\]", "").replaceFirst("(?i)\\.roi$", "");
    Roi roi = null;
    try {
      roi = new RoiDecoder(bytes, name).getRoi();
    } catch (IOException | RuntimeException e) {
      throw new BadInput(entry + " is not a usable ROI: " + Reason.of(e), e);
    }
    if (roi != null) {
      roi.setName(name);
      rois.add(roi);
    }
  }

  /** ROIs of the ROI Manager, else of the image's overlay. */
  public static List<Roi> open(ImagePlus image) {
    RoiManager manager = manager();
    if (manager != null && manager.getCount() > 0) {
      return List.of(manager.getRoisAsArray());
    }
    List<Roi> drawn = new ArrayList<>();
    if (image.getOverlay() != null) {
      drawn.addAll(List.of(image.getOverlay().toArray()));
      drawn.removeIf(ImageRoi.class::isInstance); // pictures outline nothing
    }
    if (!drawn.isEmpty()) {
      return drawn;
    }
    throw new BadInput(
        "The ROI Manager is empty and "
            + image.getTitle()
            + " has no overlay. Draw ROIs and press t, or name a .zip of ROIs.");
  }

  private static RoiManager manager() {
    try {
      return RoiManager.getInstance2();
    } catch (java.awt.HeadlessException e) {
      return null; // plain ImageJ has no ROI Manager without a screen; overlays work
    }
  }

  /**
   * One outline on an image's grid.
   *
   * @param name the ROI's name, or "ROI 3"
   * @param inside true for every voxel inside, [voxel], x fastest
   */
  public record Mask(String name, boolean[] inside) {}

  /**
   * Masks on an image's grid. A ROI of one slice marks that slice, others mark every slice; a ROI
   * of a slice that the image has not marks nothing. Lines and points have no inside and are
   * refused.
   */
  public static List<Mask> masks(ImagePlus image, List<Roi> rois) {
    Grid grid = GridInfo.read(image);
    List<Mask> masks = new ArrayList<>();
    for (Roi roi : rois) {
      String name = roi.getName() == null ? "ROI " + (masks.size() + 1) : roi.getName();
      if (!roi.isArea()) {
        throw new BadInput(
            "The ROI " + name + " is a " + roi.getTypeAsString() + ", not an area. Remove it.");
      }
      masks.add(new Mask(name, mask(roi, slice(roi, image), grid)));
    }
    return masks;
  }

  /** Slice of a ROI, 1-based; 0 for all. */
  private static int slice(Roi roi, ImagePlus image) {
    if (roi.hasHyperStackPosition()) {
      return roi.getZPosition();
    }
    int position = roi.getPosition();
    // A plain position counts slices of all frames.
    boolean inStack = image.getNFrames() > 1 && position >= 1 && position <= image.getStackSize();
    return inStack ? image.convertIndexToPosition(position)[1] : position;
  }

  private static boolean[] mask(Roi roi, int slice, Grid grid) {
    int nx = grid.size()[0];
    int ny = grid.size()[1];
    int nz = grid.size()[2];
    boolean one = nz > 1 && slice >= 1;
    boolean[] inside = new boolean[grid.voxels()];
    if (one && slice > nz) {
      return inside;
    }
    for (java.awt.Point p : roi.getContainedPoints()) {
      if (p.x >= 0 && p.y >= 0 && p.x < nx && p.y < ny) {
        for (int z = one ? slice - 1 : 0; z < (one ? slice : nz); z++) {
          inside[(z * ny + p.y) * nx + p.x] = true;
        }
      }
    }
    return inside;
  }
}
