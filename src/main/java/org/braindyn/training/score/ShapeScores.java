package org.braindyn.training.score;

import java.io.Serializable;
import org.braindyn.data.SignalBatch;

/**
 * What is right about a forecast where it errs: its course over time, its pattern over regions, and
 * its size, which one error mixes. Windows and frames in which either side is constant have no
 * correlation and do not count; NaN where none has.
 *
 * @param timing mean over windows and regions of the correlation over steps ahead; needs three
 *     steps
 * @param pattern mean over windows and steps of the correlation over regions; needs three regions
 * @param size root mean square of the forecasts over that of the truth; 1 = as large
 */
public record ShapeScores(double timing, double pattern, double size) implements Serializable {
  private static final int FEWEST = 3;
  private static final double STILL = 1e-12;

  /** Means of two groups, weighted. */
  ShapeScores plus(ShapeScores other, double own, double others) {
    return new ShapeScores(
        own * timing + others * other.timing,
        own * pattern + others * other.pattern,
        own * size + others * other.size);
  }

  /** Sums block by block. */
  static final class Sums {
    private double timing;
    private long courses;
    private double pattern;
    private long frames;
    private double forecasts;
    private double truths;

    /** Both [window, region, step]; the first signal counts. */
    void add(SignalBatch forecast, SignalBatch target) {
      int n = target.regions();
      int steps = target.steps();
      for (int w = 0; w < target.windows(); w++) {
        for (int r = 0; r < n; r++) {
          ErrorSums course = new ErrorSums();
          for (int p = 0; p < steps; p++) {
            course.add(forecast.get(w, r, p), target.get(w, r, p));
            forecasts += forecast.get(w, r, p) * forecast.get(w, r, p);
            truths += target.get(w, r, p) * target.get(w, r, p);
          }
          double c = steps < FEWEST ? Double.NaN : course.pcc();
          timing += Double.isNaN(c) ? 0 : c;
          courses += Double.isNaN(c) ? 0 : 1;
        }
        for (int p = 0; p < steps; p++) {
          ErrorSums frame = new ErrorSums();
          for (int r = 0; r < n; r++) {
            frame.add(forecast.get(w, r, p), target.get(w, r, p));
          }
          double c = n < FEWEST ? Double.NaN : frame.pcc();
          pattern += Double.isNaN(c) ? 0 : c;
          frames += Double.isNaN(c) ? 0 : 1;
        }
      }
    }

    ShapeScores scores() {
      return new ShapeScores(
          courses == 0 ? Double.NaN : timing / courses,
          frames == 0 ? Double.NaN : pattern / frames,
          truths < STILL ? Double.NaN : Math.sqrt(forecasts / truths));
    }
  }
}
