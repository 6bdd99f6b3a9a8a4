package org.braindyn.spark;

import org.braindyn.data.Grid;
import org.braindyn.data.Volume4D;

/**
 * Frames in memory.
 *
 * @param grid their grid
 * @param values [time][voxel]
 * @param interval s
 */
record Frames(Grid grid, double[][] values, double interval) implements Volume4D {
  @Override
  public int frames() {
    return values.length;
  }

  @Override
  public String name() {
    return "frames";
  }

  @Override
  public FrameReader open() {
    return new FrameReader() {
      private int t;

      @Override
      public void next(double[] frame) {
        System.arraycopy(values[t++], 0, frame, 0, frame.length);
      }

      @Override
      public void close() {}
    };
  }
}
