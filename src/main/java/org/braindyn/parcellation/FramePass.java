package org.braindyn.parcellation;

import java.io.IOException;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Volume4D;

/**
 * One pass over a scan: a number per region and frame, the mean image, and the voxels that are not
 * finite in some frame. Holds one frame at a time.
 */
final class FramePass {
  /** Signals, [row][frame]; NaN where a region has no voxel. */
  final double[][] signals;

  /** Voxels found not finite. */
  final boolean[] bad;

  /** Mean over time of every voxel. */
  final double[] mean;

  /** True if a voxel went bad after frames that had already used it: the pass must be repeated. */
  boolean spoiled;

  private final Volume4D scan;
  private final RegionVoxels regions;

  FramePass(Volume4D scan, RegionVoxels regions) {
    this.scan = scan;
    this.regions = regions;
    signals = new double[regions.rows()][scan.frames()];
    bad = new boolean[scan.grid().voxels()];
    mean = new double[scan.grid().voxels()];
  }

  void run(FrameSummary summary, boolean refuseNan, Progress progress) throws IOException {
    double[] frame = new double[mean.length];
    RegionVoxels used = regions;
    try (Volume4D.FrameReader reader = scan.open()) {
      for (int t = 0; t < scan.frames(); t++) {
        Cancelled.check(progress, "Parcellation");
        reader.next(frame);
        for (int i = 0; i < mean.length; i++) {
          mean[i] += frame[i];
        }
        if (!summarise(frame, used, summary, t)) {
          // Rare: some voxel is not finite. Find them all, leave them out, and do the frame again.
          mark(frame, used, refuseNan, t);
          spoiled |= t > 0;
          used = used.without(bad);
          summarise(frame, used, summary, t);
        }
        progress.report((t + 1.0) / scan.frames(), "Parcellating frame " + (t + 1));
      }
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= scan.frames();
      mean[i] = Double.isFinite(mean[i]) ? mean[i] : Double.NaN;
    }
  }

  /** False if a region that has voxels came out as NaN. */
  private boolean summarise(double[] frame, RegionVoxels used, FrameSummary summary, int t) {
    boolean finite = true;
    for (int r = 0; r < used.rows(); r++) {
      double value = summary.of(frame, used.voxels, used.start[r], used.start[r + 1]);
      signals[r][t] = value;
      finite &= !Double.isNaN(value) || used.count(r) == 0;
    }
    return finite;
  }

  private void mark(double[] frame, RegionVoxels used, boolean refuse, int t) {
    for (int r = 0; r < used.rows(); r++) {
      for (int i = used.start[r]; i < used.start[r + 1]; i++) {
        int v = used.voxels[i];
        if (!Double.isFinite(frame[v])) {
          if (refuse) {
            throw new BadInput(message(v, used.labels[r], frame[v], t));
          }
          bad[v] = true;
        }
      }
    }
  }

  private String message(int v, int label, double value, int t) {
    int nx = scan.grid().size()[0];
    int ny = scan.grid().size()[1];
    return String.format(
        "%s: voxel (%d, %d, %d) of label %d is %s in frame %d. Choose to ignore such voxels or to"
            + " drop their regions, or repair the scan.",
        scan.name(), v % nx, v / nx % ny, v / nx / ny, label, value, t + 1);
  }
}
