package org.braindyn.fiji.images;

import ij.ImagePlus;
import ij.measure.Calibration;
import java.util.Arrays;
import java.util.Locale;
import org.braindyn.data.BadInput;
import org.braindyn.data.Grid;

/**
 * Whether an image still lies where its Info says. ImageJ copies the Info of an image that it
 * crops, duplicates in part or scales, but tells only by size, spacing and origin what it did:
 * {@code Image > Crop} moves the origin and can be followed, most others do not and are refused.
 */
final class GridFollow {
  /** TIFF files keep the pixel width as a fraction. */
  private static final double SPACING = 1e-3;

  private static final double WHOLE = 1e-3;

  private GridFollow() {}

  /**
   * The grid of an image as it is now.
   *
   * @param written the grid that was written to its Info
   * @param origin what was the calibration's origin then (voxels); null if unknown
   * @throws BadInput if the image was changed in a way that leaves its place unknown
   */
  static Grid follow(ImagePlus image, Grid written, double[] origin) {
    checkSpacing(image, written);
    int[] now = {image.getWidth(), image.getHeight(), image.getNSlices()};
    int[] was = written.size();
    Calibration c = image.getCalibration();
    double[] moved = new double[3];
    if (origin != null) {
      moved = new double[] {origin[0] - c.xOrigin, origin[1] - c.yOrigin, origin[2] - c.zOrigin};
    }
    boolean still = Arrays.stream(moved).allMatch(m -> Math.abs(m) < WHOLE);
    if (Arrays.equals(now, was) && still) {
      return written;
    }
    if (now[2] != was[2] || still || Math.abs(moved[2]) >= WHOLE) {
      throw changed(image, was, now);
    }
    for (int axis = 0; axis < 2; axis++) {
      double shift = Math.rint(moved[axis]);
      if (Math.abs(moved[axis] - shift) > WHOLE || shift < 0 || shift + now[axis] > was[axis]) {
        throw changed(image, was, now);
      }
    }
    double[] first = written.toWorld(Math.rint(moved[0]), Math.rint(moved[1]), 0);
    double[][] affine = new double[3][];
    for (int i = 0; i < 3; i++) {
      affine[i] = written.affine()[i].clone();
      affine[i][3] = first[i];
    }
    return new Grid(now, affine, written.source());
  }

  private static BadInput changed(ImagePlus image, int[] was, int[] now) {
    return new BadInput(
        String.format(
            Locale.ROOT,
            "%s was %d x %d x %d voxels and is %d x %d x %d with its origin at %s now: it was"
                + " cropped, duplicated in part, scaled or moved, and which of its voxels are left"
                + " cannot be told. Use the whole image, or cut it with Image > Crop before anything"
                + " else (slices cannot be followed).",
            image.getTitle(),
            was[0],
            was[1],
            was[2],
            now[0],
            now[1],
            now[2],
            origin(image.getCalibration())));
  }

  private static String origin(Calibration c) {
    return String.format(Locale.ROOT, "(%.4g, %.4g, %.4g)", c.xOrigin, c.yOrigin, c.zOrigin);
  }

  private static void checkSpacing(ImagePlus image, Grid written) {
    Calibration c = image.getCalibration();
    double mm = written.source() == Grid.AffineSource.NONE ? 1 : GridInfo.millimetres(c.getUnit());
    double[] shown = {c.pixelWidth * mm, c.pixelHeight * mm, c.pixelDepth * mm};
    for (int axis = 0; axis < 3; axis++) {
      double kept = written.spacing(axis);
      if (!(Math.abs(shown[axis] - kept) <= SPACING * kept)) {
        throw new BadInput(
            String.format(
                Locale.ROOT,
                "%s: its header's voxels are %.5g x %.5g x %.5g mm, but ImageJ's calibration says"
                    + " %.5g x %.5g x %.5g %s. It was scaled, binned or calibrated anew. Use the"
                    + " image as it was, or set these sizes in Image > Properties...",
                image.getTitle(),
                written.spacing(0),
                written.spacing(1),
                written.spacing(2),
                c.pixelWidth,
                c.pixelHeight,
                c.pixelDepth,
                c.getUnit()));
      }
    }
  }
}
