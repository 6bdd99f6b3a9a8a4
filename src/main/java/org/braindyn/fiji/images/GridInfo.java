package org.braindyn.fiji.images;

import ij.ImagePlus;
import ij.measure.Calibration;
import java.util.Locale;
import org.braindyn.data.BadInput;
import org.braindyn.data.Grid;

/**
 * The place of an image in the world: kept in its Info, and as far as ImageJ can, its calibration.
 */
final class GridInfo {
  private static final String AFFINE = "affine";
  private static final String SOURCE = "affine.source";

  private GridInfo() {}

  /** Writes the affine (mm) to the Info and the spacing to the calibration. */
  static void write(ImagePlus image, Grid grid, double interval) {
    StringBuilder text = new StringBuilder();
    for (double[] row : grid.affine()) {
      for (double value : row) {
        text.append(text.length() > 0 ? " " : "").append(value);
      }
    }
    ImageInfo.set(image, AFFINE, text.toString());
    ImageInfo.set(image, SOURCE, grid.source().name().toLowerCase(Locale.ROOT));
    Calibration calibration = image.getCalibration();
    calibration.pixelWidth = grid.spacing(0);
    calibration.pixelHeight = grid.spacing(1);
    calibration.pixelDepth = grid.spacing(2);
    calibration.setUnit(grid.source() == Grid.AffineSource.NONE ? "pixel" : "mm");
    if (Double.isFinite(interval)) {
      calibration.frameInterval = interval;
      calibration.setTimeUnit("sec");
    }
  }

  /** The grid of an image: from its Info, else from its calibration. */
  static Grid read(ImagePlus image) {
    int[] size = {image.getWidth(), image.getHeight(), image.getNSlices()};
    String text = ImageInfo.get(image, AFFINE);
    if (text == null) {
      return fromCalibration(image, size);
    }
    String[] parts = text.trim().split("\\s+");
    if (parts.length != 12) {
      throw new BadInput(
          image.getTitle() + ": its Info holds an affine of " + parts.length + " numbers, not 12.");
    }
    double[][] affine = new double[3][4];
    for (int i = 0; i < 12; i++) {
      affine[i / 4][i % 4] = Double.parseDouble(parts[i]);
    }
    String source = ImageInfo.get(image, SOURCE);
    Grid.AffineSource from =
        source == null
            ? Grid.AffineSource.SPACING
            : Grid.AffineSource.valueOf(source.toUpperCase(Locale.ROOT));
    return new Grid(size, affine, from);
  }

  private static Grid fromCalibration(ImagePlus image, int[] size) {
    Calibration c = image.getCalibration();
    double mm = millimetres(c.getUnit());
    if (Double.isNaN(mm)) {
      Grid grid = Grid.spaced(size[0], size[1], size[2], 1, 1, 1);
      return new Grid(size, grid.affine(), Grid.AffineSource.NONE);
    }
    return Grid.spaced(
        size[0], size[1], size[2], c.pixelWidth * mm, c.pixelHeight * mm, c.pixelDepth * mm);
  }

  // Length of the unit in mm, NaN if it is none.
  private static double millimetres(String unit) {
    String name = unit == null ? "" : unit.toLowerCase(Locale.ROOT);
    return switch (name) {
      case "mm", "millimeter", "millimetre" -> 1;
      case "\u00b5m", "\u03bcm", "um", "micron", "microns", "micrometer" -> 1e-3;
      case "nm", "nanometer" -> 1e-6;
      case "cm", "centimeter" -> 10;
      case "m", "meter" -> 1000;
      case "inch" -> 25.4;
      default -> Double.NaN;
    };
  }

  /** Time between frames in s, NaN if the image does not know. */
  static double interval(ImagePlus image) {
    Calibration c = image.getCalibration();
    if (!(c.frameInterval > 0)) {
      return Double.NaN;
    }
    String unit = c.getTimeUnit() == null ? "sec" : c.getTimeUnit().toLowerCase(Locale.ROOT);
    return switch (unit) {
      case "ms", "msec", "millisecond", "milliseconds" -> c.frameInterval / 1000;
      case "min", "minute", "minutes" -> c.frameInterval * 60;
      case "h", "hour", "hours" -> c.frameInterval * 3600;
      case "\u00b5s", "us", "microsecond" -> c.frameInterval * 1e-6;
      default -> c.frameInterval;
    };
  }
}
