package org.braindyn.forecast.family.sums;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;
import org.braindyn.signal.Windows;

/** Signals as the linear families are fitted to them. */
public final class Stretches {
  private static final double CONSTANT = 1e-9;

  private Stretches() {}

  /**
   * A whole recording, every region less its mean and divided by its standard deviation; a constant
   * region becomes zeros.
   *
   * @return [region][time]
   * @throws BadInput if a value is not finite
   */
  public static double[][] standardised(Recording recording) {
    double[][] rows = new double[recording.regions()][recording.frames()];
    for (int r = 0; r < rows.length; r++) {
      recording.read(r, 0, recording.frames(), rows[r], 0);
      standardise(rows[r], recording.source(), r);
    }
    return rows;
  }

  /** Standard deviation of every region over a recording, in its unit (ddof 0). */
  public static double[] deviations(Recording recording) {
    double[] sd = new double[recording.regions()];
    double[] row = new double[recording.frames()];
    for (int r = 0; r < sd.length; r++) {
      recording.read(r, 0, row.length, row, 0);
      sd[r] = deviation(row);
    }
    return sd;
  }

  /** Standard deviation of values (ddof 0). */
  public static double deviation(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0));
  }

  private static void standardise(double[] row, String source, int region) {
    double mean = Arrays.stream(row).average().orElse(0);
    double squares = Arrays.stream(row).map(v -> (v - mean) * (v - mean)).sum();
    if (!Double.isFinite(squares)) {
      throw new BadInput(
          source
              + ": region "
              + (region + 1)
              + " has values that are not finite. Clean the signals or leave the region out.");
    }
    double sd = Math.sqrt(squares / row.length);
    double unit = sd > CONSTANT * Math.abs(mean) ? sd : Double.POSITIVE_INFINITY;
    for (int t = 0; t < row.length; t++) {
      row[t] = (row[t] - mean) / unit;
    }
  }

  /**
   * Windows in units of their contexts (their mean and standard deviation), context and horizon
   * laid end to end.
   *
   * @param from first window
   * @param to window after the last
   * @return [region][context + horizon] of every window
   */
  public static List<double[][]> windows(WindowSet set, int from, int to) {
    Windows block = set.range(from, to);
    List<double[][]> stretches = new ArrayList<>();
    for (int w = 0; w < block.size(); w++) {
      double[][] rows = new double[set.regions()][set.context() + set.horizon()];
      for (int r = 0; r < rows.length; r++) {
        System.arraycopy(
            block.context().values(), block.context().index(w, r, 0), rows[r], 0, set.context());
        System.arraycopy(
            block.target().values(),
            block.target().index(w, r, 0),
            rows[r],
            set.context(),
            set.horizon());
      }
      stretches.add(rows);
    }
    return stretches;
  }
}
