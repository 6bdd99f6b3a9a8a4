package org.braindyn.parcellation;

import org.braindyn.data.Grid;
import org.braindyn.data.Volume4D;

/** A scan held in memory for tests, values [frame][voxel]. */
public record MemoryVolume(Grid grid, double[][] values, double interval) implements Volume4D {
  public static MemoryVolume of(int nx, int ny, int nz, double[][] values) {
    return new MemoryVolume(Grid.spaced(nx, ny, nz, 2, 2, 2), values, 2.0);
  }

  @Override
  public int frames() {
    return values.length;
  }

  @Override
  public String name() {
    return "scan";
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
