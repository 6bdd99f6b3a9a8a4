package org.braindyn.signal.cleaning;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.unit.SamplingInterval;

/** Whether cleaning left anything: what varied before must vary after every step. */
final class Remains {
  /** A share of the variance that is rounding only. */
  private static final double NOTHING = 1e-16;

  private final double[] before;

  private Remains(double[] before) {
    this.before = before;
  }

  static Remains of(double[][] values, boolean[] lost) {
    double[] variance = new double[values.length];
    for (int r = 0; r < values.length; r++) {
      variance[r] = lost[r] ? 0 : variance(values[r]);
    }
    return new Remains(variance);
  }

  /**
   * Refuses signals of which a step left nothing.
   *
   * @param step what was done, as the subject of a sentence
   */
  void check(double[][] values, String step, RegionSignals signals) {
    boolean varied = false;
    for (int r = 0; r < values.length; r++) {
      varied |= before[r] > 0;
      if (before[r] > 0 && variance(values[r]) > NOTHING * before[r]) {
        return;
      }
    }
    if (!varied) {
      return; // constant signals are told elsewhere
    }
    double seconds = signals.interval() * signals.frames();
    String doubt = SamplingInterval.SCAN.doubt(signals.interval(), signals.source());
    throw new BadInput(
        step
            + " leaves nothing of "
            + signals.source()
            + ": every region is constant after it ("
            + signals.frames()
            + " frames"
            + (Double.isNaN(seconds)
                ? ""
                : String.format(java.util.Locale.ROOT, ", %.4g s", seconds))
            + ")."
            + (doubt.isEmpty() ? " Remove less, or use a longer recording." : " " + doubt));
  }

  /** Refuses a band whose slowest wave the recording is too short for. */
  static void checkLength(double high, double interval, int frames) {
    double slowest = 1 / (2 * frames * interval);
    if (high > 0 && high < slowest) {
      String doubt = SamplingInterval.SCAN.doubt(interval, "The recording");
      throw new BadInput(
          String.format(
              java.util.Locale.ROOT,
              "The band below %g Hz leaves nothing of %d frames every %g s, which hold no wave slower"
                  + " than %.3g Hz.%s",
              high,
              frames,
              interval,
              slowest,
              doubt.isEmpty() ? " Use a longer recording." : " " + doubt));
    }
  }

  /** Names the regions of which nothing is left while others have something. */
  void tell(double[][] values, RegionSignals signals, List<String> steps) {
    List<String> gone = new ArrayList<>();
    for (int r = 0; r < values.length; r++) {
      if (before[r] > 0 && !(variance(values[r]) > NOTHING * before[r])) {
        gone.add(signals.regions().get(r).name());
      }
    }
    if (!gone.isEmpty()) {
      steps.add(
          "Warning: nothing is left of "
              + String.join(", ", gone.subList(0, Math.min(5, gone.size())))
              + (gone.size() > 5 ? ", ... (" + gone.size() + " regions)" : "")
              + ".");
    }
  }

  private static double variance(double[] row) {
    double mean = 0;
    int n = 0;
    for (double v : row) {
      if (Double.isFinite(v)) {
        mean += v;
        n++;
      }
    }
    mean /= Math.max(1, n);
    double sum = 0;
    for (double v : row) {
      sum += Double.isFinite(v) ? (v - mean) * (v - mean) : 0;
    }
    return sum;
  }
}
