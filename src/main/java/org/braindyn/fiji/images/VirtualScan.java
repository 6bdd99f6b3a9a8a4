package org.braindyn.fiji.images;

import ij.VirtualStack;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.braindyn.data.Volume4D;

/**
 * A scan of 32-bit planes, z before time, that stays on the disk; the frame looked at last is held.
 * As in every virtual stack of ImageJ, changed pixels are forgotten when another plane is shown.
 */
final class VirtualScan extends VirtualStack {
  private final Volume4D volume;
  private final Volume4D.FrameAccess access;
  private final double[] frame;
  private int held = -1;
  private int[] planes;

  private VirtualScan(Volume4D volume, Volume4D.FrameAccess access) {
    super(volume.grid().size()[0], volume.grid().size()[1]);
    this.volume = volume;
    this.access = access;
    frame = new double[volume.grid().voxels()];
    planes = IntStream.range(0, Math.multiplyExact(depth(), volume.frames())).toArray();
    setBitDepth(Float.SIZE);
  }

  /**
   * A scan on the disk.
   *
   * @param progress for inflating a gzip file
   */
  static VirtualScan of(Volume4D volume, Progress progress) throws IOException {
    return new VirtualScan(volume, volume.access(progress));
  }

  private int depth() {
    return volume.grid().size()[2];
  }

  /** Smallest and largest value of the first frame. */
  double[] range() {
    load(0);
    double low = Arrays.stream(frame).filter(v -> !Double.isNaN(v)).min().orElse(0);
    return new double[] {low, Arrays.stream(frame).filter(v -> !Double.isNaN(v)).max().orElse(0)};
  }

  private void load(int wanted) {
    if (held == wanted) {
      return;
    }
    held = -1;
    try {
      access.read(wanted, frame);
    } catch (IOException e) {
      throw new BadInput(
          String.format(
              "Frame %d of %s, a virtual stack, cannot be read any more (%s). Open the file again.",
              wanted + 1, volume.name(), Reason.of(e)),
          e);
    }
    held = wanted;
  }

  @Override
  public synchronized Object getPixels(int n) {
    if (n < 1 || n > planes.length) {
      throw new IllegalArgumentException("Argument out of range: " + n);
    }
    int plane = planes[n - 1];
    load(plane / depth());
    float[] pixels = new float[getWidth() * getHeight()];
    int at = plane % depth() * pixels.length;
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) frame[at + i];
    }
    return pixels;
  }

  @Override
  public ImageProcessor getProcessor(int n) {
    return new FloatProcessor(getWidth(), getHeight(), (float[]) getPixels(n), getColorModel());
  }

  @Override
  public int size() {
    return planes.length;
  }

  @Override
  public int getSize() {
    return planes.length;
  }

  @Override
  public String getSliceLabel(int n) {
    return null;
  }

  @Override
  public void setPixels(Object pixels, int n) {
    // forgotten, as the class says
  }

  @Override
  public synchronized void deleteSlice(int n) {
    planes =
        IntStream.range(0, planes.length).filter(p -> p != n - 1).map(p -> planes[p]).toArray();
  }

  @Override
  public void deleteLastSlice() {
    deleteSlice(planes.length);
  }
}
