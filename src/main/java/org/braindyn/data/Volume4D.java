package org.braindyn.data;

import java.io.IOException;
import java.util.List;

/**
 * A 3-D image over time, read frame by frame and never held whole. A 2-D movie has one slice; a
 * single image has one frame.
 */
public interface Volume4D {
  /** The grid of every frame. */
  Grid grid();

  /** Number of frames. */
  int frames();

  /** Time between frames in s, NaN if unknown. */
  double interval();

  /** File name or image title, for tables and messages. */
  String name();

  /**
   * True if the voxels are points without a place in the world (vertices, greyordinates): their
   * regions have no centroid.
   */
  default boolean pointsOnly() {
    return false;
  }

  /** What a user should know about how it was read (missing TR, missing affine), in sentences. */
  default List<String> notes() {
    return List.of();
  }

  /**
   * Starts reading at the first frame. Every call gives an independent reader.
   *
   * @throws IOException if the data cannot be read
   */
  FrameReader open() throws IOException;

  /**
   * A way to any frame, for images too large to hold. Every frame before a wanted one is read anew
   * unless the format knows a shorter way.
   *
   * @param progress for what must be prepared first
   * @throws IOException if the data cannot be read
   */
  default FrameAccess access(Progress progress) throws IOException {
    return new OrderedAccess(this);
  }

  /** Reads frames out of order. */
  interface FrameAccess {
    /**
     * Reads one frame in real (scaled) units.
     *
     * @param frame number from 0
     * @param values receives nx * ny * nz values, x fastest, then y, then z
     * @throws IOException if the data end early, are damaged or gone
     */
    void read(int frame, double[] values) throws IOException;
  }

  /** Reads frames in order. */
  interface FrameReader extends AutoCloseable {
    /**
     * Reads the next frame in real (scaled) units.
     *
     * @param frame receives nx * ny * nz values, x fastest, then y, then z
     * @throws IOException if the data end early or are damaged
     */
    void next(double[] frame) throws IOException;

    @Override
    void close() throws IOException;
  }
}
