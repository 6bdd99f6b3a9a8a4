package org.braindyn.forecast;

import java.util.List;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.graph.LinearAutoregression;
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;
import org.braindyn.signal.WindowShape;
import org.braindyn.signal.Windows;
import org.braindyn.work.SumBlocks;
import org.braindyn.work.Work;

/**
 * The sums behind a vector autoregression, over recordings.
 *
 * @param regions number of regions
 * @param order lags
 * @param shape windows in units of their contexts, laid end to end; null for whole recordings, each
 *     region in z-scores
 */
record VarSums(int regions, int order, WindowShape shape)
    implements Work.Sums<Recording, LinearAutoregression> {
  private static final int BLOCK = 256;

  /** Sums over all recordings. */
  LinearAutoregression all(List<Recording> recordings, Work work, Progress progress) {
    long size = (long) regions * order;
    MemoryNeed.check(
        "VAR(" + order + ")", regions, Double.BYTES * (double) size * (size + regions));
    int block = SumBlocks.of(Double.BYTES * size * (size + regions));
    return work.sum(recordings, block, this, progress);
  }

  @Override
  public LinearAutoregression of(List<Recording> block, Progress progress) {
    LinearAutoregression sums = new LinearAutoregression(regions, order);
    if (shape == null) {
      for (int r = 0; r < block.size(); r++) {
        Cancelled.check(progress, "Fitting the autoregression");
        progress.report((double) r / block.size(), "Fitting VAR(" + order + ")");
        sums.add(scored(block.get(r)));
      }
    } else {
      windows(shape.of(block), sums, progress);
    }
    return sums;
  }

  private void windows(WindowSet windows, LinearAutoregression sums, Progress progress) {
    for (int from = 0; from < windows.size(); from += BLOCK) {
      Cancelled.check(progress, "Fitting the autoregression");
      progress.report((double) from / windows.size(), "Fitting VAR(" + order + ")");
      Windows some = windows.range(from, Math.min(windows.size(), from + BLOCK));
      for (int w = 0; w < some.size(); w++) {
        double[][] rows = new double[regions][windows.context() + windows.horizon()];
        for (int n = 0; n < rows.length; n++) {
          copy(some.context(), w, n, rows[n], 0);
          copy(some.target(), w, n, rows[n], windows.context());
        }
        sums.add(rows);
      }
    }
  }

  private static double[][] scored(Recording recording) {
    int frames = recording.frames();
    SignalBatch run = new SignalBatch(1, recording.regions(), frames);
    for (int n = 0; n < recording.regions(); n++) {
      recording.read(n, 0, frames, run.values(), run.index(0, n, 0));
    }
    SignalBatch scored = Windows.ofRaw(run, run).context();
    double[][] rows = new double[recording.regions()][frames];
    for (int n = 0; n < rows.length; n++) {
      copy(scored, 0, n, rows[n], 0);
    }
    return rows;
  }

  private static void copy(SignalBatch batch, int window, int region, double[] into, int offset) {
    System.arraycopy(batch.values(), batch.index(window, region, 0), into, offset, batch.steps());
  }

  @Override
  public LinearAutoregression plus(LinearAutoregression left, LinearAutoregression right) {
    return left.plus(right);
  }
}
