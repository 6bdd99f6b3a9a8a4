package org.braindyn.perturbation;

import org.braindyn.data.Regions;
import org.braindyn.data.SignalBatch;

/** Finds where forecasts ran away and keeps what is finite. */
final class Divergence {
  private Divergence() {}

  /**
   * Sets everything from the first frame on in which any region of any window is not finite or
   * larger than {@code limit} to NaN.
   *
   * @return where it happened, or "" if nowhere
   */
  static String cut(SignalBatch effects, Regions regions, double limit) {
    for (int t = 0; t < effects.steps(); t++) {
      for (int r = 0; r < effects.regions(); r++) {
        for (int w = 0; w < effects.windows(); w++) {
          double value = effects.get(w, r, t);
          if (!(Math.abs(value) <= limit)) {
            blank(effects, t);
            return "The forecast diverged in frame "
                + t
                + " (region "
                + regions.get(r).name()
                + ", window "
                + (w + 1)
                + ", effect "
                + value
                + "). "
                + (t == 0 ? "Nothing is left" : "Frames 0 to " + (t - 1) + " are kept")
                + ". Use a smaller perturbation or a shorter horizon.";
          }
        }
      }
    }
    return "";
  }

  private static void blank(SignalBatch effects, int from) {
    for (int w = 0; w < effects.windows(); w++) {
      for (int r = 0; r < effects.regions(); r++) {
        for (int t = from; t < effects.steps(); t++) {
          effects.set(w, r, t, Double.NaN);
        }
      }
    }
  }
}
