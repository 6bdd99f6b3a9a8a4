package org.braindyn.fiji.images;

import ij.ImageStack;
import java.io.IOException;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Volume4D;

/**
 * Reads a scan in one pass into planes of 16 bits, as long as its values are whole numbers from 0
 * to 65535; the first other value turns the planes so far into 32 bits, one by one.
 */
final class ScanPlanes {
  /** Share of Java's memory that is left to everything else. */
  private static final double SPARED = 0.15;

  private static final int MOST = 65535;

  private final Volume4D volume;
  private final int width;
  private final int height;
  private final int depth;
  private final long voxels;
  private long room;
  private boolean floats;
  private double low = Double.POSITIVE_INFINITY;
  private double high = Double.NEGATIVE_INFINITY;

  /**
   * @param room bytes that the pixels may take
   */
  ScanPlanes(Volume4D volume, long room) {
    this.volume = volume;
    this.room = room;
    width = volume.grid().size()[0];
    height = volume.grid().size()[1];
    depth = volume.grid().size()[2];
    voxels = (long) volume.grid().voxels() * volume.frames();
  }

  /** Bytes that pixels may take now. */
  static long room() {
    System.gc(); // else what is waiting to be collected would count as taken
    Runtime java = Runtime.getRuntime();
    long used = java.totalMemory() - java.freeMemory();
    return (long) ((1 - SPARED) * java.maxMemory()) - used;
  }

  /** All planes, z before time; null if there is no room for them. */
  ImageStack read(Progress progress) throws IOException {
    if (voxels * Short.BYTES > room) {
      return null;
    }
    Object[] planes = new Object[Math.multiplyExact(depth, volume.frames())];
    double[] frame = new double[volume.grid().voxels()];
    try (Volume4D.FrameReader reader = volume.open()) {
      for (int t = 0; t < volume.frames(); t++) {
        Cancelled.check(progress, "reading " + volume.name());
        reader.next(frame);
        if (!floats && !whole(frame)) {
          if (voxels * Float.BYTES > room) {
            return null;
          }
          toFloats(planes, t * depth);
        }
        for (int z = 0; z < depth; z++) {
          int at = z * width * height;
          planes[t * depth + z] = floats ? floats(frame, at) : shorts(frame, at);
        }
        progress.report((t + 1.0) / volume.frames(), "reading " + volume.name());
      }
    }
    ImageStack stack = new ImageStack(width, height);
    for (Object plane : planes) {
      stack.addSlice(null, plane);
    }
    return stack;
  }

  /** Smallest and largest value; equal to each other where all are NaN. */
  double[] range() {
    return new double[] {Math.min(low, high), Math.max(low, high)};
  }

  private boolean whole(double[] frame) {
    boolean whole = true;
    for (double v : frame) {
      whole &= v >= 0 && v <= MOST && v == Math.rint(v);
    }
    return whole;
  }

  private void toFloats(Object[] planes, int count) {
    floats = true;
    for (int p = 0; p < count; p++) {
      short[] shorts = (short[]) planes[p];
      float[] plane = new float[shorts.length];
      for (int i = 0; i < plane.length; i++) {
        plane[i] = shorts[i] & 0xffff;
      }
      planes[p] = plane; // frees the short plane at once
    }
  }

  private float[] floats(double[] frame, int at) {
    float[] plane = new float[width * height];
    for (int i = 0; i < plane.length; i++) {
      double v = frame[at + i];
      plane[i] = (float) v;
      widen(v);
    }
    return plane;
  }

  private short[] shorts(double[] frame, int at) {
    short[] plane = new short[width * height];
    for (int i = 0; i < plane.length; i++) {
      double v = frame[at + i];
      plane[i] = (short) (int) v;
      widen(v);
    }
    return plane;
  }

  private void widen(double v) {
    low = v < low ? v : low;
    high = v > high ? v : high;
  }
}
