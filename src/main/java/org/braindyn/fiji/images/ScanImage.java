package org.braindyn.fiji.images;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
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
   * else 32-bit. What does not fit into Java's memory becomes a virtual stack, whose planes are
   * read when they are looked at (its stack says so: {@link ImageStack#isVirtual}).
   */
  public static ImagePlus image(Volume4D volume, Progress progress) throws IOException {
    return image(volume, ScanPlanes.room(), progress);
  }

  /**
   * The same.
   *
   * @param room bytes that the pixels may take
   */
  static ImagePlus image(Volume4D volume, long room, Progress progress) throws IOException {
    Grid grid = volume.grid();
    int nz = grid.size()[2];
    ScanPlanes planes = new ScanPlanes(volume, room);
    ImageStack held = planes.read(progress);
    ImageStack stack = held == null ? VirtualScan.of(volume, progress) : held;
    double[] range = held == null ? ((VirtualScan) stack).range() : planes.range();
    ImagePlus image = new ImagePlus(volume.name(), stack);
    image.setDimensions(1, nz, volume.frames());
    image.setOpenAsHyperStack(nz > 1 && volume.frames() > 1);
    image.setDisplayRange(range[0], range[1]);
    image.setPosition(1, nz / 2 + 1, 1);
    GridInfo.write(image, grid, volume.interval());
    ImageKind.SCAN.mark(image);
    return image;
  }

  /** What a user should know about an image that was made of a volume, in sentences. */
  public static List<String> notes(ImagePlus image, Volume4D volume) {
    List<String> notes = new ArrayList<>(volume.notes());
    if (image.getStack().isVirtual()) {
      notes.add(
          volume.name()
              + " is larger than the memory Java has left and is a virtual stack: planes are read"
              + " from the disk when they are shown, and changes to them are not kept. Parcellate"
              + " reads the file itself in little memory; Edit > Options > Memory & Threads gives"
              + " Java more.");
    }
    return notes;
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
