package org.braindyn.io.cifti;

import java.io.EOFException;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.Volume4D;

/**
 * Frames of a matrix of 32-bit numbers whose rows are series, gathered out of the file as the
 * operating system maps it into memory: some frames at a time, a stretch of rows that the
 * processor's cache holds after the other.
 */
final class MappedFrames implements Volume4D.FrameReader {
  /** Frames gathered together: a line of the processor's cache holds 16, whole or in parts. */
  private static final int FEW = 24;

  private static final int STRETCH_BYTES = 1 << 20;
  private static final long LARGEST_MAP = 1L << 30;

  private final String name;
  private final int rows;
  private final int width;

  /** Rows of one map; the last may have fewer. */
  private final int rowsPerMap;

  private final List<FloatBuffer> maps = new ArrayList<>();

  /** [frame of the window][row]. */
  private final float[][] window;

  private int frame;
  private int from = -1;

  /**
   * @param most bytes that may be taken for frames, and that are surely not read from the disk
   *     twice
   * @throws IOException if the file cannot be mapped
   * @throws UnsupportedOperationException if its file system does not map files
   */
  MappedFrames(CiftiFile file, long most) throws IOException {
    CiftiHeader header = file.header();
    name = file.name();
    rows = header.rows();
    width = header.row();
    long rowBytes = (long) Float.BYTES * width;
    rowsPerMap = (int) Math.max(1, Math.min(rows, LARGEST_MAP / rowBytes));
    try (FileChannel channel = FileChannel.open(file.path())) {
      for (int row = 0; row < rows; row += rowsPerMap) {
        long bytes = Math.min(rowsPerMap, rows - row) * rowBytes;
        maps.add(
            channel
                .map(FileChannel.MapMode.READ_ONLY, header.offset() + row * rowBytes, bytes)
                .order(header.order())
                .asFloatBuffer());
      }
    }
    // A file that is not surely kept in memory is passed through as few times as possible.
    long fits = rows * rowBytes <= most ? FEW : Math.max(1, most / Float.BYTES / rows);
    window = new float[(int) Math.min(fits, width)][rows];
  }

  @Override
  public void next(double[] values) throws IOException {
    if (frame == width) {
      throw new EOFException(name + " has only " + frame + " frames");
    }
    if (from < 0 || frame >= from + window.length) {
      from = frame;
      gather(Math.min(window.length, width - from));
    }
    float[] line = window[frame - from];
    for (int i = 0; i < values.length; i++) {
      values[i] = line[i];
    }
    frame++;
  }

  private void gather(int frames) {
    int stretch = Math.max(16, STRETCH_BYTES / Float.BYTES / width);
    for (int m = 0; m < maps.size(); m++) {
      int before = m * rowsPerMap;
      int there = Math.min(rowsPerMap, rows - before);
      for (int row = 0; row < there; row += stretch) {
        int count = Math.min(stretch, there - row);
        for (int t = 0; t < frames; t++) {
          column(maps.get(m), row * width + from + t, window[t], before + row, count);
        }
      }
    }
  }

  private void column(FloatBuffer map, int start, float[] line, int first, int count) {
    for (int r = 0, at = start; r < count; r++, at += width) {
      line[first + r] = map.get(at);
    }
  }

  @Override
  public void close() {
    maps.clear();
  }
}
