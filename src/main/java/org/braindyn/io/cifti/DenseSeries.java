package org.braindyn.io.cifti;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Grid;
import org.braindyn.data.Volume4D;

/**
 * The frames of a {@code .dtseries.nii}. The file holds the whole series of one greyordinate after
 * the other, so frames are gathered in blocks as large as a quarter of the memory allows, each in
 * one pass over the file.
 */
final class DenseSeries implements Volume4D {
  private static final int TILE = 32;

  private final CiftiFile file;
  private final CiftiAxis.Greyordinates points;
  private final CiftiAxis.Series series;
  private final double interval;
  private final List<String> notes = new ArrayList<>();

  DenseSeries(CiftiFile file, CiftiAxis.Greyordinates points, CiftiAxis.Series series) {
    this.file = file;
    this.points = points;
    this.series = series;
    interval = CiftiFile.interval(series, notes);
  }

  /** Points in a row, without a place in the world. */
  static Grid line(int n) {
    double[][] affine = {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}};
    return new Grid(new int[] {n, 1, 1}, affine, Grid.AffineSource.NONE);
  }

  CiftiAxis.Greyordinates points() {
    return points;
  }

  @Override
  public Grid grid() {
    return line(points.size());
  }

  @Override
  public boolean pointsOnly() {
    return true;
  }

  @Override
  public int frames() {
    return series.size();
  }

  @Override
  public double interval() {
    return interval;
  }

  @Override
  public String name() {
    return file.name();
  }

  @Override
  public List<String> notes() {
    return notes;
  }

  @Override
  public FrameReader open() {
    long fits = Runtime.getRuntime().maxMemory() / 4 / (4L * points.size());
    return new Blocks((int) Math.max(1, Math.min(fits, frames())));
  }

  private final class Blocks implements FrameReader {
    private final float[][] block;
    private final boolean exact = file.header().floats();
    private final double[][] wide;

    /** Some rows of the file, to be turned into columns together. */
    private final double[][] tile = new double[TILE][series.size()];

    private int frame;
    private int from = -1;

    Blocks(int frames) {
      block = exact ? new float[frames][points.size()] : null;
      wide = exact ? null : new double[frames][points.size()];
    }

    @Override
    public void next(double[] values) throws IOException {
      if (frame == frames()) {
        throw new EOFException(name() + " has only " + frame + " frames");
      }
      if (from < 0 || frame >= from + size()) {
        from = frame;
        try {
          if (!exact || !file.plainRows(4 * TILE, this::keepPlain)) {
            file.rows(this::keep);
          }
        } catch (EOFException e) {
          throw new BadInput(name() + " ends early. Copy or download the file again.", e);
        }
      }
      for (int i = 0; i < values.length; i++) {
        values[i] = exact ? block[frame - from][i] : wide[frame - from][i];
      }
      frame++;
    }

    private void keep(int row, int at, double value) {
      tile[row % TILE][at] = value;
      boolean end = at == series.size() - 1;
      if (end && (row % TILE == TILE - 1 || row == points.size() - 1)) {
        int first = row - row % TILE;
        for (int t = 0; t < size(); t++) {
          for (int r = first; from + t < series.size() && r <= row; r++) {
            if (exact) {
              block[t][r] = (float) tile[r - first][from + t];
            } else {
              wide[t][r] = tile[r - first][from + t];
            }
          }
        }
      }
    }

    /** Some whole rows of the file become columns of the block. */
    private void keepPlain(int first, int count, float[] rows) {
      int width = series.size();
      for (int t = 0; t < block.length && from + t < width; t++) {
        float[] line = block[t];
        for (int r = 0, at = from + t; r < count; r++, at += width) {
          line[first + r] = rows[at];
        }
      }
    }

    private int size() {
      return exact ? block.length : wide.length;
    }

    @Override
    public void close() {}
  }
}
