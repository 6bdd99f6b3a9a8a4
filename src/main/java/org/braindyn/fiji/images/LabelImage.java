package org.braindyn.fiji.images;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import org.braindyn.data.BadInput;
import org.braindyn.data.Grid;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.data.join.Atlas;

/** Label images between ImageJ and BrainDyn. */
public final class LabelImage {
  private static final double LARGEST_EXACT = 1 << 24;

  private LabelImage() {}

  /**
   * Reads an open label image.
   *
   * @throws BadInput if it has frames, colours, fractions or negative values
   */
  public static Labels3D labels(ImagePlus image) {
    ScanImage.checkOneChannel(image);
    if (image.getNFrames() > 1) {
      throw new BadInput(
          image.getTitle()
              + " has "
              + image.getNFrames()
              + " frames; a label image has one. Choose the label image, not the scan.");
    }
    Grid grid = GridInfo.read(image);
    double[] values = new double[grid.voxels()];
    Calibration calibration = image.getCalibration();
    boolean scaled = calibration.calibrated();
    int at = 0;
    for (int z = 1; z <= image.getNSlices(); z++) {
      ImageProcessor plane = image.getStack().getProcessor(z);
      int n = plane.getPixelCount();
      for (int i = 0; i < n; i++) {
        values[at++] = scaled ? calibration.getCValue(plane.getf(i)) : plane.getf(i);
      }
    }
    return Labels3D.of(grid, values, image.getTitle());
  }

  /** The labels of an open image with the names that it carries; null if there is no image. */
  public static Atlas atlas(ImagePlus image) {
    return image == null ? null : Atlas.of(labels(image), regions(image));
  }

  /** The names that {@link #image} kept, or null. */
  public static Regions regions(ImagePlus image) {
    return RegionInfo.read(image);
  }

  /**
   * A label image to look at: 16-bit, or 32-bit for labels above 65535.
   *
   * @param regions names to keep in its Info; may be null
   */
  public static ImagePlus image(Labels3D labels, Regions regions) {
    Grid grid = labels.grid();
    int nx = grid.size()[0];
    int ny = grid.size()[1];
    int max = 0;
    for (int label : labels.labels()) {
      max = Math.max(max, label);
    }
    if (max > LARGEST_EXACT) {
      throw new BadInput(
          labels.name() + ": label " + max + " is too large to show exactly in a 32-bit image.");
    }
    ImageStack stack = new ImageStack(nx, ny);
    for (int z = 0; z < grid.size()[2]; z++) {
      ImageProcessor plane = max > 65535 ? new FloatProcessor(nx, ny) : new ShortProcessor(nx, ny);
      for (int i = 0; i < nx * ny; i++) {
        plane.setf(i, labels.labels()[z * nx * ny + i]);
      }
      stack.addSlice(null, plane);
    }
    ImagePlus image = new ImagePlus(labels.name(), stack);
    image.setDimensions(1, grid.size()[2], 1);
    image.setLut(colours());
    image.setDisplayRange(0, Math.max(1, max));
    image.setPosition(1, grid.size()[2] / 2 + 1, 1);
    GridInfo.write(image, grid, Double.NaN);
    ImageKind.LABELS.mark(image);
    if (regions != null) {
      RegionInfo.write(image, regions);
    }
    return image;
  }

  // Neighbouring labels get unlike colours; 0 is black.
  private static LUT colours() {
    Seed.Stream random = Seed.of(7).stream("label colours");
    byte[] red = new byte[256];
    byte[] green = new byte[256];
    byte[] blue = new byte[256];
    for (int i = 1; i < 256; i++) {
      int rgb =
          java.awt.Color.HSBtoRGB(
              (float) (i * 0.6180339887 % 1),
              (float) random.uniform(0.5, 1),
              (float) random.uniform(0.7, 1));
      red[i] = (byte) (rgb >> 16);
      green[i] = (byte) (rgb >> 8);
      blue[i] = (byte) rgb;
    }
    return new LUT(red, green, blue);
  }
}
