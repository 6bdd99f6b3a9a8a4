package org.braindyn.app.study;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.app.MeanCorrelation;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.graph.Correlation;
import org.braindyn.signal.Recording;
import org.braindyn.work.Work;

/**
 * Sums of Fisher's z of the correlations of recordings.
 *
 * @param names of the regions in order
 */
record RecordingCorrelations(List<String> names)
    implements Work.Sums<Recording, MeanCorrelation.Sum> {
  RecordingCorrelations {
    names = new ArrayList<>(names); // a list that every engine can send
  }

  @Override
  public MeanCorrelation.Sum of(List<Recording> block, Progress progress) {
    MeanCorrelation.Sum sum = null;
    for (Recording recording : block) {
      Cancelled.check(progress, "Correlations");
      double[][] values = new double[recording.regions()][recording.frames()];
      for (int r = 0; r < values.length; r++) {
        recording.read(r, 0, recording.frames(), values[r], 0);
      }
      MeanCorrelation.Sum one = MeanCorrelation.Sum.of(names, Correlation.ofAnyMachine(values));
      sum = sum == null ? one : sum.plus(one);
    }
    return sum;
  }

  @Override
  public MeanCorrelation.Sum plus(MeanCorrelation.Sum left, MeanCorrelation.Sum right) {
    return left.plus(right);
  }
}
