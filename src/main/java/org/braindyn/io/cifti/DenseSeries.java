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
 * the other, so some frames are gathered at a time: {@link MappedFrames}.
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
  public FrameReader open() throws IOException {
    long most = Runtime.getRuntime().maxMemory() / 4;
    if (file.header().floats()) {
      try {
        return new MappedFrames(file, most);
      } catch (UnsupportedOperationException | IOException e) {
        // A file system that does not map files: read it, as files of other numbers are.
        return new Blocks(most);
      }
    }
    return new Blocks(most);
  }

  /** Frames gathered in blocks as large as memory allows, each in one pass over the file. */
  private final class Blocks implements FrameReader {
    private final double[][] block;

    /** Some rows of the file, to be turned into columns together. */
    private final double[][] tile = new double[TILE][series.size()];

    private int frame;
    private int from = -1;

    Blocks(long most) {
      long fits = Math.max(1, most / Double.BYTES / points.size());
      block = new double[(int) Math.min(fits, frames())][points.size()];
    }

    @Override
    public void next(double[] values) throws IOException {
      if (frame == frames()) {
        throw new EOFException(name() + " has only " + frame + " frames");
      }
      if (from < 0 || frame >= from + block.length) {
        from = frame;
        try {
          file.rows(this::keep);
        } catch (EOFException e) {
          throw new BadInput(name() + " ends early. Copy or download the file again.", e);
        }
      }
      System.arraycopy(block[frame - from], 0, values, 0, values.length);
      frame++;
    }

    private void keep(int row, int at, double value) {
      tile[row % TILE][at] = value;
      boolean end = at == series.size() - 1;
      if (end && (row % TILE == TILE - 1 || row == points.size() - 1)) {
        int first = row - row % TILE;
        for (int t = 0; t < block.length && from + t < series.size(); t++) {
          for (int r = first; r <= row; r++) {
            block[t][r] = tile[r - first][from + t];
          }
        }
      }
    }

    @Override
    public void close() {}
  }
}
