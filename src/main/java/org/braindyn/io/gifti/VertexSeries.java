package org.braindyn.io.gifti;

import java.io.EOFException;
import java.util.List;
import org.braindyn.data.Grid;
import org.braindyn.data.Volume4D;

/**
 * Frames of the vertices of one surface.
 *
 * @param all [time][vertex]
 * @param name file name
 */
record VertexSeries(List<double[]> all, String name) implements Volume4D {
  @Override
  public Grid grid() {
    return Surfaces.line(all.get(0).length);
  }

  @Override
  public boolean pointsOnly() {
    return true;
  }

  @Override
  public int frames() {
    return all.size();
  }

  @Override
  public double interval() {
    return Double.NaN;
  }

  @Override
  public List<String> notes() {
    return all.size() < 2
        ? List.of()
        : List.of("GIFTI has no agreed place for the time between frames; give it (TR in s).");
  }

  @Override
  public FrameReader open() {
    return new FrameReader() {
      private int frame;

      @Override
      public void next(double[] values) throws EOFException {
        if (frame == all.size()) {
          throw new EOFException(name + " has only " + frame + " frames");
        }
        System.arraycopy(all.get(frame++), 0, values, 0, values.length);
      }

      @Override
      public void close() {}
    };
  }
}
