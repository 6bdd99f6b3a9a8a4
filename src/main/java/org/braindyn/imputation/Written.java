package org.braindyn.imputation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.braindyn.data.RegionSignals;

/**
 * Brings estimates back to the recording's unit and rows.
 *
 * @param recording what was given
 * @param seen [region][time], true where a value is known
 * @param scaling mean and standard deviation of every region
 * @param rows the regions that were filled, in the estimate's order
 */
record Written(RegionSignals recording, boolean[][] seen, Scaling scaling, int[] rows) {
  RegionSignals values(Estimate estimate) {
    double[][] result = new double[seen.length][];
    for (int n = 0; n < seen.length; n++) {
      result[n] = recording.values()[n].clone();
      for (int t = 0; t < result[n].length; t++) {
        result[n][t] = seen[n][t] ? result[n][t] : Double.NaN;
      }
    }
    for (int i = 0; i < rows.length; i++) {
      int n = rows[i];
      for (int t = 0; t < result[n].length; t++) {
        if (!seen[n][t]) {
          result[n][t] = scaling.mean()[n] + scaling.sd()[n] * estimate.mean()[i][t];
        }
      }
    }
    return recording.withValues(result);
  }

  boolean[][] filled() {
    boolean[][] result = new boolean[seen.length][recording.frames()];
    for (int n : rows) {
      for (int t = 0; t < result[n].length; t++) {
        result[n][t] = !seen[n][t];
      }
    }
    return result;
  }

  double[][] sd(Estimate estimate) {
    double[][] result = new double[seen.length][recording.frames()];
    for (int n = 0; n < seen.length; n++) {
      for (int t = 0; t < result[n].length; t++) {
        result[n][t] = seen[n][t] ? 0 : Double.NaN;
      }
    }
    for (int i = 0; i < rows.length; i++) {
      int n = rows[i];
      for (int t = 0; t < result[n].length; t++) {
        boolean known = estimate.variance() != null;
        double deviation = known ? Math.sqrt(estimate.variance()[i][t]) : Double.NaN;
        result[n][t] = seen[n][t] ? 0 : scaling.sd()[n] * deviation;
      }
    }
    return result;
  }

  /** The score with one entry per region of the recording. */
  FillScore spread(FillScore score) {
    List<HiddenScore> byRegion =
        new ArrayList<>(Collections.nCopies(seen.length, new HiddenScore()));
    boolean[][] hidden = new boolean[seen.length][recording.frames()];
    for (int i = 0; i < rows.length; i++) {
      byRegion.set(rows[i], score.byRegion().get(i));
      hidden[rows[i]] = score.hidden()[i];
    }
    return new FillScore(score.all(), score.interpolation(), byRegion, score.byLength(), hidden);
  }
}
