package org.braindyn.fiji.images;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import java.io.IOException;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Grid;
import org.braindyn.data.Progress;
import org.braindyn.data.Volume4D;

/**
 * Scans between ImageJ and BrainDyn. Reading goes slice by slice and so works on virtual stacks.
 */
public final class ScanImage {
  private ScanImage() {}

  /**
   * An open hyperstack (x, y, z, t) as a volume over time, sharing its pixels.
   *
   * @throws BadInput for colour images and several channels
   */
  public static Volume4D volume(ImagePlus image) {
    checkOneChannel(image);
    return new StackVolume(image, GridInfo.read(image), GridInfo.interval(image));
  }

  static void checkOneChannel(ImagePlus image) {
    if (image.getBitDepth() == 24) {
      throw new BadInput(
          image.getTitle() + " is a colour image. Convert it first: Image > Type > 32-bit.");
    }
    if (image.getNChannels() > 1) {
      throw new BadInput(
          image.getTitle()
              + " has "
              + image.getNChannels()
              + " channels. Duplicate one channel, or if these are time points, set the number of"
              + " frames in Image > Properties...");
    }
  }

  /**
   * Reads a whole volume into an image: 16-bit if every value is a whole number from 0 to 65535,
   * else 32-bit.
   */
  public static ImagePlus image(Volume4D volume, Progress progress) throws IOException {
    Grid grid = volume.grid();
    int nx = grid.size()[0];
    int ny = grid.size()[1];
    int nz = grid.size()[2];
    ImageStack floats = new ImageStack(nx, ny);
    double[] frame = new double[grid.voxels()];
    boolean whole = true;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    try (Volume4D.FrameReader reader = volume.open()) {
      for (int t = 0; t < volume.frames(); t++) {
        Cancelled.check(progress, "reading " + volume.name());
        reader.next(frame);
        for (int z = 0; z < nz; z++) {
          float[] plane = new float[nx * ny];
          for (int i = 0; i < plane.length; i++) {
            double v = frame[z * plane.length + i];
            plane[i] = (float) v;
            whole &= v >= 0 && v <= 65535 && v == Math.rint(v);
            low = v < low ? v : low;
            high = v > high ? v : high;
          }
          floats.addSlice(null, plane);
        }
        progress.report((t + 1.0) / volume.frames(), "reading " + volume.name());
      }
    }
    ImageStack stack = whole ? toShort(floats) : floats;
    ImagePlus image = new ImagePlus(volume.name(), stack);
    image.setDimensions(1, nz, volume.frames());
    image.setOpenAsHyperStack(nz > 1 && volume.frames() > 1);
    image.setDisplayRange(Math.min(low, high), Math.max(low, high));
    image.setPosition(1, nz / 2 + 1, 1);
    GridInfo.write(image, grid, volume.interval());
    ImageKind.SCAN.mark(image);
    return image;
  }

  /** All frames of a 32-bit image, [frame][voxel], x fastest. */
  public static float[][] frames(ImagePlus image) throws IOException {
    Volume4D volume = volume(image);
    float[][] frames = new float[volume.frames()][volume.grid().voxels()];
    double[] frame = new double[volume.grid().voxels()];
    try (Volume4D.FrameReader reader = volume.open()) {
      for (float[] values : frames) {
        reader.next(frame);
        for (int i = 0; i < frame.length; i++) {
          values[i] = (float) frame[i];
        }
      }
    }
    return frames;
  }

  private static ImageStack toShort(ImageStack floats) {
    ImageStack stack = new ImageStack(floats.getWidth(), floats.getHeight());
    for (int s = 1; s <= floats.getSize(); s++) {
      float[] plane = (float[]) floats.getPixels(s);
      short[] pixels = new short[plane.length];
      for (int i = 0; i < plane.length; i++) {
        pixels[i] = (short) (int) plane[i];
      }
      stack.addSlice(null, pixels);
      floats.setPixels(pixels, s); // frees the float plane at once
    }
    return stack;
  }

  private record StackVolume(ImagePlus image, Grid grid, double interval) implements Volume4D {
    @Override
    public int frames() {
      return image.getNFrames();
    }

    @Override
    public String name() {
      return image.getTitle();
    }

    @Override
    public FrameReader open() {
      return new StackReader(image);
    }
  }

  private static final class StackReader implements Volume4D.FrameReader {
    private final ImagePlus image;
    private int t;

    StackReader(ImagePlus image) {
      this.image = image;
    }

    @Override
    public void next(double[] frame) throws IOException {
      t++;
      Calibration calibration = image.getCalibration();
      boolean scaled = calibration.calibrated();
      for (int z = 1, at = 0; z <= image.getNSlices(); z++) {
        ImageProcessor plane = image.getStack().getProcessor(image.getStackIndex(1, z, t));
        if (plane == null) {
          throw new IOException(image.getTitle() + ": frame " + t + " slice " + z + " is missing");
        }
        int n = plane.getPixelCount();
        for (int i = 0; i < n; i++) {
          float raw = plane.getf(i);
          frame[at++] = scaled ? calibration.getCValue(raw) : raw;
        }
      }
    }

    @Override
    public void close() {
      // the image stays open
    }
  }
}
