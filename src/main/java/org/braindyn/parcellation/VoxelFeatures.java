package org.braindyn.parcellation;

import java.io.IOException;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Grid;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.data.Volume4D;

/**
 * What clustering sees of every voxel: its time course with mean 0 and length 1, as it is, or where
 * it is long projected on {@value #MOST} random directions, which keeps distances to some 15 %
 * (Johnson &amp; Lindenstrauss 1984). Two passes over the scan; memory is voxels x features.
 */
final class VoxelFeatures {
  private static final int MOST = 64;

  final Grid grid;

  /** Voxel index in the grid of every row. */
  final int[] voxel;

  /** Row of every voxel of the grid, -1 outside of the mask. */
  final int[] row;

  /** [row][feature]; squared distances are about 2 (1 - r) for time courses that correlate by r. */
  final float[][] values;

  private VoxelFeatures(Grid grid, int[] voxel, int[] row, float[][] values) {
    this.grid = grid;
    this.voxel = voxel;
    this.row = row;
    this.values = values;
  }

  /**
   * @param mask voxels to use; null for all
   * @param least voxels with a smaller mean are left out; negative infinity for none
   */
  static VoxelFeatures of(Volume4D scan, boolean[] mask, double least, Seed seed, Progress progress)
      throws IOException {
    int n = scan.grid().voxels();
    double[] mean = new double[n];
    double[] squares = new double[n];
    double[] frame = new double[n];
    int frames = scan.frames();
    try (Volume4D.FrameReader reader = scan.open()) {
      for (int t = 0; t < frames; t++) {
        Cancelled.check(progress, "Make labels");
        reader.next(frame);
        for (int v = 0; v < n; v++) {
          // Welford's update: no cancellation for large means.
          double d = frame[v] - mean[v];
          mean[v] += d / (t + 1);
          squares[v] += d * (frame[v] - mean[v]);
        }
        progress.report(0.3 * (t + 1) / frames, "Reading " + scan.name());
      }
    }
    int[] row = new int[n];
    int count = 0;
    for (int v = 0; v < n; v++) {
      boolean used =
          (mask == null || mask[v])
              && mean[v] >= least
              && (frames == 1 || squares[v] > 1e-20 * mean[v] * mean[v])
              && Double.isFinite(squares[v]);
      row[v] = used ? count++ : -1;
    }
    if (count == 0) {
      throw new BadInput(
          scan.name()
              + ": no voxel is left to cluster (mask, least mean, constant or NaN voxels).");
    }
    int[] voxel = new int[count];
    for (int v = 0; v < n; v++) {
      if (row[v] >= 0) {
        voxel[row[v]] = v;
      }
    }
    float[][] values = project(scan, voxel, mean, squares, seed, progress);
    return new VoxelFeatures(scan.grid(), voxel, row, values);
  }

  private static float[][] project(
      Volume4D scan, int[] voxel, double[] mean, double[] squares, Seed seed, Progress progress)
      throws IOException {
    int frames = scan.frames();
    boolean whole = frames <= MOST;
    int features = whole ? frames : MOST;
    double[][] direction = new double[frames][features];
    Seed.Stream random = seed.stream("random projection");
    for (int t = 0; t < frames; t++) {
      for (int f = 0; f < features; f++) {
        direction[t][f] = whole ? (f == t ? 1 : 0) : random.gaussian() / Math.sqrt(features);
      }
    }
    float[][] values = new float[voxel.length][features];
    double[] frame = new double[mean.length];
    try (Volume4D.FrameReader reader = scan.open()) {
      for (int t = 0; t < frames; t++) {
        Cancelled.check(progress, "Make labels");
        reader.next(frame);
        for (int i = 0; i < voxel.length; i++) {
          int v = voxel[i];
          // A single frame is clustered by its values, scaled below.
          double z = frames == 1 ? frame[v] : (frame[v] - mean[v]) / Math.sqrt(squares[v]);
          if (whole) {
            values[i][t] = (float) z;
          } else {
            for (int f = 0; f < features; f++) {
              values[i][f] += (float) (z * direction[t][f]);
            }
          }
        }
        progress.report(0.3 + 0.3 * (t + 1) / frames, "Reading " + scan.name());
      }
    }
    if (frames == 1) {
      scaleToUnit(values);
    }
    return values;
  }

  private static void scaleToUnit(float[][] values) {
    double sum = 0;
    double squares = 0;
    for (float[] v : values) {
      sum += v[0];
      squares += (double) v[0] * v[0];
    }
    double mean = sum / values.length;
    double sd = Math.sqrt(Math.max(0, squares / values.length - mean * mean));
    for (float[] v : values) {
      v[0] = (float) (sd > 0 ? (v[0] - mean) / sd : 0);
    }
  }

  int rows() {
    return voxel.length;
  }

  int axis(int i, int axis) {
    int nx = grid.size()[0];
    int ny = grid.size()[1];
    return axis == 0 ? voxel[i] % nx : axis == 1 ? voxel[i] / nx % ny : voxel[i] / nx / ny;
  }

  /** Rows of the up to six neighbours of a row that share a face; -1 where there is none. */
  void neighbours(int i, int[] out) {
    int step = 1;
    for (int axis = 0; axis < 3; axis++) {
      int at = axis(i, axis);
      out[2 * axis] = at > 0 ? row[voxel[i] - step] : -1;
      out[2 * axis + 1] = at < grid.size()[axis] - 1 ? row[voxel[i] + step] : -1;
      step *= grid.size()[axis];
    }
  }
}
