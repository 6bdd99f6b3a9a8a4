package org.braindyn.parcellation;

import java.io.IOException;
import java.util.Arrays;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Volume4D;

/**
 * First principal component of every region's voxels over time (as nipype's CompCor takes them:
 * voxels centred over time, not scaled).
 *
 * <p>The time course is u1 s1 / sqrt(voxels): the root mean square share of the component in a
 * voxel, in the scan's unit, mean 0, with the sign that correlates positively with the region's
 * mean. Voxels are held as many at a time as fit the budget; each batch is one more pass over the
 * scan and adds to the region's covariance over time.
 */
final class FirstComponent {
  private static final long BUDGET = 96L << 20;
  private static final int ITERATIONS = 500;
  private static final double TOLERANCE = 1e-12;

  private final Volume4D scan;
  private final RegionVoxels regions;
  private final int frames;

  FirstComponent(Volume4D scan, RegionVoxels regions) {
    this.scan = scan;
    this.regions = regions;
    this.frames = scan.frames();
  }

  /**
   * @param means mean signal of each region, [region][time], for the sign
   * @return first component, [region][time]
   */
  double[][] signals(double[][] means, Progress progress) throws IOException {
    double[][] result = new double[regions.rows()][frames];
    int batch = (int) Math.max(1, Math.min(BUDGET / (8L * frames), regions.voxels.length));
    double[][] covariance = null;
    int row = 0;
    for (int from = 0; from < regions.voxels.length; from += batch) {
      int to = Math.min(regions.voxels.length, from + batch);
      double[][] centred = read(from, to, progress);
      int at = from;
      while (at < to) {
        while (regions.start[row + 1] <= at) {
          row++;
        }
        int end = Math.min(to, regions.start[row + 1]);
        covariance = covariance == null ? new double[frames][frames] : covariance;
        for (int v = at; v < end; v++) {
          add(centred[v - from], covariance);
          Cancelled.check(progress, "Parcellation");
        }
        if (end == regions.start[row + 1]) {
          result[row] = component(covariance, means[row], regions.count(row));
          covariance = null;
        }
        at = end;
      }
    }
    return result;
  }

  private double[][] read(int from, int to, Progress progress) throws IOException {
    double[][] values = new double[to - from][frames];
    double[] frame = new double[scan.grid().voxels()];
    try (Volume4D.FrameReader reader = scan.open()) {
      for (int t = 0; t < frames; t++) {
        Cancelled.check(progress, "Parcellation");
        reader.next(frame);
        for (int v = from; v < to; v++) {
          values[v - from][t] = frame[regions.voxels[v]];
        }
      }
    }
    for (double[] voxel : values) {
      double mean = Arrays.stream(voxel).sum() / frames;
      for (int t = 0; t < frames; t++) {
        voxel[t] -= mean;
      }
    }
    progress.report((double) to / regions.voxels.length, "First principal component");
    return values;
  }

  /** Adds to the lower triangle of the covariance. */
  private static void add(double[] x, double[][] covariance) {
    for (int t = 0; t < x.length; t++) {
      double xt = x[t];
      double[] row = covariance[t];
      for (int s = 0; s <= t; s++) {
        row[s] += xt * x[s];
      }
    }
  }

  /** Power iteration from the region's own mean; stops when the direction does. */
  private double[] component(double[][] covariance, double[] mean, int voxels) {
    for (int t = 0; t < frames; t++) {
      for (int s = 0; s < t; s++) {
        covariance[s][t] = covariance[t][s];
      }
    }
    double centre = Arrays.stream(mean).sum() / frames;
    double[] u = new double[frames];
    for (int t = 0; t < frames; t++) {
      // The small ramp keeps the start from being orthogonal to the answer.
      u[t] = mean[t] - centre + 1e-6 * (t + 1);
    }
    normalise(u);
    double eigenvalue = 0;
    for (int k = 0; k < ITERATIONS; k++) {
      double[] next = new double[frames];
      for (int t = 0; t < frames; t++) {
        next[t] = dot(covariance[t], u);
      }
      eigenvalue = normalise(next);
      double change = 1 - Math.abs(dot(next, u));
      u = next;
      if (eigenvalue == 0 || change < TOLERANCE) {
        break;
      }
    }
    double sign = dot(u, mean) - centre * Arrays.stream(u).sum() < 0 ? -1 : 1;
    double scale = sign * Math.sqrt(eigenvalue / voxels);
    for (int t = 0; t < frames; t++) {
      u[t] *= scale;
    }
    return u;
  }

  private static double normalise(double[] u) {
    double norm = Math.sqrt(dot(u, u));
    if (norm > 0) {
      for (int t = 0; t < u.length; t++) {
        u[t] /= norm;
      }
    }
    return norm;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int t = 0; t < a.length; t++) {
      sum += a[t] * b[t];
    }
    return sum;
  }
}
