package org.braindyn.signal.cleaning;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.Regions;
import org.braindyn.signal.cleaning.CleaningSettings.Scale;

/** The last step of cleaning: z-score or percent signal change; NaN frames are left out. */
final class SignalScale {
  private final Scale scale;

  SignalScale(Scale scale) {
    this.scale = scale;
  }

  /**
   * @param means mean of every region before detrending, the 100 % of percent change
   */
  void apply(
      double[][] values, double[] means, boolean[] lost, Regions regions, List<String> steps) {
    if (scale == Scale.NONE) {
      return;
    }
    List<String> unable = new ArrayList<>();
    for (int r = 0; r < values.length; r++) {
      if (lost[r]) {
        continue;
      }
      double mean = 0;
      double squares = 0;
      int n = 0;
      for (double v : values[r]) {
        if (!Double.isNaN(v)) {
          mean += v;
          n++;
        }
      }
      mean /= n;
      for (double v : values[r]) {
        squares += Double.isNaN(v) ? 0 : (v - mean) * (v - mean);
      }
      double sd = Math.sqrt(squares / n);
      double unit = scale == Scale.Z_SCORE ? sd : means[r] / 100;
      boolean possible =
          scale == Scale.Z_SCORE
              ? sd > 1e-12 * Math.abs(means[r])
              : Math.abs(means[r]) > 1e-9 * sd && means[r] != 0;
      if (!possible) {
        unable.add(regions.get(r).name());
      }
      for (int t = 0; t < values[r].length; t++) {
        double v = values[r][t];
        // Constant regions have no z-score and zero means no percentage: 0, and it is said below.
        values[r][t] = Double.isNaN(v) ? v : possible ? (v - mean) / unit : 0;
      }
    }
    steps.add(
        scale == Scale.Z_SCORE
            ? "Scaled to mean 0, sd 1."
            : "Scaled to percent of the mean before detrending.");
    if (!unable.isEmpty()) {
      steps.add(
          "No scale for "
              + String.join(", ", unable)
              + (scale == Scale.Z_SCORE ? " (constant)" : " (mean 0)")
              + "; set to 0.");
    }
  }
}
