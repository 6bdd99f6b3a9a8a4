package org.braindyn.fiji.images;

import ij.ImagePlus;
import ij.measure.Calibration;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.braindyn.data.BadInput;
import org.braindyn.data.Grid;
import org.braindyn.data.Units;
import org.braindyn.data.text.Words;

/**
 * The place of an image in the world: kept in its Info, and as far as ImageJ can, its calibration.
 */
final class GridInfo {
  private static final String AFFINE = "affine";
  private static final String SOURCE = "affine.source";
  private static final String SIZE = "grid";
  private static final String ORIGIN = "origin";

  private GridInfo() {}

  /**
   * Writes size and affine (mm) to the Info, spacing and origin (the voxel of the world's origin)
   * to the calibration: what ImageJ does to the image later shows in these.
   */
  static void write(ImagePlus image, Grid grid, double interval) {
    double[] affine = Arrays.stream(grid.affine()).flatMapToDouble(Arrays::stream).toArray();
    ImageInfo.set(image, AFFINE, join(affine));
    ImageInfo.set(image, SIZE, join(Arrays.stream(grid.size()).asDoubleStream().toArray()));
    ImageInfo.set(image, SOURCE, grid.source().name().toLowerCase(Locale.ROOT));
    Calibration calibration = image.getCalibration();
    calibration.pixelWidth = grid.spacing(0);
    calibration.pixelHeight = grid.spacing(1);
    calibration.pixelDepth = grid.spacing(2);
    double[] origin = grid.placed() ? grid.toVoxel(0, 0, 0) : new double[3];
    calibration.xOrigin = origin[0];
    calibration.yOrigin = origin[1];
    calibration.zOrigin = origin[2];
    ImageInfo.set(image, ORIGIN, join(origin));
    calibration.setUnit(grid.source() == Grid.AffineSource.NONE ? "pixel" : "mm");
    if (Double.isFinite(interval)) {
      calibration.frameInterval = interval;
      calibration.setTimeUnit("sec");
    }
  }

  private static String join(double[] values) {
    return Arrays.stream(values).mapToObj(Double::toString).collect(Collectors.joining(" "));
  }

  /**
   * The grid of an image: from its Info, else from its calibration.
   *
   * @throws BadInput if the image was changed so that its Info is no longer true
   */
  static Grid read(ImagePlus image) {
    int[] size = {image.getWidth(), image.getHeight(), image.getNSlices()};
    double[] numbers = numbers(image, AFFINE, 12);
    if (numbers == null) {
      return fromCalibration(image, size);
    }
    double[][] affine = new double[3][4];
    for (int i = 0; i < 12; i++) {
      affine[i / 4][i % 4] = numbers[i];
    }
    double[] kept = numbers(image, SIZE, 3); // files of older versions have none
    int[] was = kept == null ? size : Arrays.stream(kept).mapToInt(v -> (int) v).toArray();
    String source = ImageInfo.get(image, SOURCE);
    Grid.AffineSource from =
        source == null
            ? Grid.AffineSource.SPACING
            : Words.choice(Grid.AffineSource.class, SOURCE, source);
    return GridFollow.follow(image, new Grid(was, affine, from), numbers(image, ORIGIN, 3));
  }

  /** Numbers of an Info line, or null if it is not there. */
  private static double[] numbers(ImagePlus image, String name, int count) {
    String text = ImageInfo.get(image, name);
    if (text == null) {
      return null;
    }
    try {
      double[] numbers =
          Arrays.stream(text.trim().split("\\s+")).mapToDouble(Double::parseDouble).toArray();
      if (numbers.length == count) {
        return numbers;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new BadInput(
        String.format(
            "%s: its Info says BrainDyn.%s = %s, which is not %d numbers. Use the original image.",
            image.getTitle(), name, text, count));
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
  static double millimetres(String unit) {
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

  /** Time between frames in s, NaN if the image does not know, or in no unit of time. */
  static double interval(ImagePlus image) {
    Calibration c = image.getCalibration();
    if (!(c.frameInterval > 0)) {
      return Double.NaN;
    }
    String unit = c.getTimeUnit();
    boolean none = unit == null || unit.isBlank(); // ImageJ's own unit of time is the second
    OptionalDouble factor = Units.seconds(none ? "s" : unit);
    return factor.isPresent() ? c.frameInterval * factor.getAsDouble() : Double.NaN;
  }
}
