package org.braindyn.fiji.images;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Grid;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.braindyn.data.Volume4D;

/** Values painted on the brain, as a 3-D or 4-D 32-bit image in the scan's geometry. */
public final class MapImage {
  private MapImage() {}

  /**
   * @param grid the scan's grid
   * @param frames [frame][voxel], x fastest
   * @param interval time between frames in s, NaN if none
   * @return image with a diverging look-up table, symmetric around zero; NaN is dark grey
   */
  public static ImagePlus image(Grid grid, float[][] frames, double interval, String title) {
    int nx = grid.size()[0];
    int ny = grid.size()[1];
    int nz = grid.size()[2];
    ImageStack stack = new ImageStack(nx, ny);
    double largest = 0;
    boolean gaps = false;
    int t = 0;
    int shown = 0;
    double most = 0;
    for (float[] frame : frames) {
      for (int z = 0; z < nz; z++) {
        stack.addSlice(
            label(grid, frames.length, z, t, interval),
            java.util.Arrays.copyOfRange(frame, z * nx * ny, (z + 1) * nx * ny));
      }
      double size = 0;
      for (float value : frame) {
        largest = Float.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
        size += Float.isFinite(value) ? Math.abs(value) : 0;
        gaps |= Float.isNaN(value);
      }
      shown = size > most ? t : shown;
      most = Math.max(most, size);
      t++;
    }
    ImagePlus image = new ImagePlus(title, stack);
    image.setDimensions(1, nz, frames.length);
    image.setOpenAsHyperStack(nz > 1 && frames.length > 1);
    // ImageJ shows NaN in the lowest colour, which is the most negative value's: it gets its own.
    double limit = (largest > 0 ? largest : 1) * (gaps ? 1.01 : 1);
    image.setLut(gaps ? Colours.divergingWithGaps() : Colours.diverging());
    image.setDisplayRange(-limit, limit);
    image.setPosition(1, nz / 2 + 1, shown + 1); // before a stimulus there is nothing to see
    GridInfo.write(image, grid, interval);
    ImageKind.MAP.mark(image);
    return image;
  }

  /** Where and when a slice is, e.g. "slice 12, z 34 mm, frame 3, 6 s". */
  private static String label(Grid grid, int frames, int z, int t, double interval) {
    StringBuilder text = new StringBuilder("slice ").append(z + 1);
    double[] row = grid.affine()[2];
    boolean axial = row[0] == 0 && row[1] == 0;
    if (grid.placed() && axial) {
      text.append(", z ").append(number(row[2] * z + row[3])).append(" mm");
    }
    if (frames > 1) {
      text.append(", frame ").append(t);
      if (Double.isFinite(interval)) {
        text.append(", ").append(number(t * interval)).append(" s");
      }
    }
    return text.toString();
  }

  /**
   * Shows values from -limit to limit; larger ones saturate, and what has no value is grey. ImageJ
   * shows gaps in the lowest colour, so the range begins below the lowest value there is.
   */
  public static ImagePlus showUpTo(ImagePlus image, double limit) {
    double lowest = -limit;
    boolean gaps = false;
    for (int s = 1; s <= image.getStackSize(); s++) {
      ImageProcessor plane = image.getStack().getProcessor(s);
      for (int i = 0; i < plane.getPixelCount(); i++) {
        float value = plane.getf(i);
        gaps |= Float.isNaN(value);
        lowest = Float.isFinite(value) ? Math.min(lowest, value) : lowest;
      }
    }
    double from = gaps ? lowest - (limit - lowest) / 100 : -limit;
    image.setLut(gaps ? Colours.divergingWithGaps(from, limit) : Colours.diverging());
    image.setDisplayRange(from, -from);
    return image;
  }

  private static String number(double value) {
    return new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
  }

  /** Times and other values from 0 on: another look-up table, from 0 to the largest. */
  public static ImagePlus showFromZero(ImagePlus image) {
    image.setLut(Colours.rising());
    image.setDisplayRange(0, image.getDisplayRangeMax());
    return image;
  }

  /** The same from a volume that is read frame by frame. */
  public static ImagePlus image(Volume4D volume, String title, Progress progress) {
    float[][] frames = new float[volume.frames()][volume.grid().voxels()];
    double[] frame = new double[volume.grid().voxels()];
    try (Volume4D.FrameReader reader = volume.open()) {
      for (int t = 0; t < frames.length; t++) {
        Cancelled.check(progress, "painting");
        reader.next(frame);
        for (int i = 0; i < frame.length; i++) {
          frames[t][i] = (float) frame[i];
        }
      }
    } catch (IOException e) {
      throw new BadInput(volume.name() + " cannot be painted: " + Reason.of(e), e);
    }
    return image(volume.grid(), frames, volume.interval(), title);
  }
}
