package org.braindyn.graph;

import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;

/** What graph estimators do about frames that have no value (NaN), as scrubbing leaves them. */
public enum MissingFrames {
  /** Every pair of regions uses the frames that both have. */
  PAIRWISE("pairwise"),
  /** Signals with a missing frame are refused. */
  REFUSE("refuse");

  /** Words for dialogs, in order. */
  public static final String[] CHOICES = {"pairwise", "refuse"};

  private final String word;

  MissingFrames(String word) {
    this.word = word;
  }

  /** The policy of a dialog's word. */
  public static MissingFrames of(String word) {
    for (MissingFrames policy : values()) {
      if (policy.word.equalsIgnoreCase(word.strip())) {
        return policy;
      }
    }
    throw new BadInput("missing=" + word + " is no policy. Choose pairwise or refuse.");
  }

  /**
   * Checks signals and tells what is missing.
   *
   * @return a sentence; "" if every region has every value
   * @throws BadInput if a value is missing and the policy is to refuse it
   */
  public String check(RegionSignals signals) {
    int lost = 0;
    int holes = 0;
    int most = 0;
    String worst = "";
    for (int r = 0; r < signals.size(); r++) {
      int missing = missing(signals.values()[r]);
      if (missing == signals.frames()) {
        lost++;
      } else if (missing > 0) {
        holes++;
        worst = missing > most ? signals.regions().get(r).name() : worst;
        most = Math.max(most, missing);
      }
    }
    if (lost + holes == 0) {
      return "";
    }
    String text =
        (holes == 0
                ? ""
                : String.format(
                    "%d of %d regions miss frames, most %s: %d of %d.",
                    holes, signals.size(), worst, most, signals.frames()))
            + (lost == 0 ? "" : (holes == 0 ? "" : " ") + lost + " regions have no value at all.");
    if (this == REFUSE) {
      throw new BadInput(
          signals.source()
              + ": "
              + text
              + " Choose missing=pairwise to use the frames that every pair has, clean without"
              + " censor, or leave such regions out.");
    }
    return "Warning: "
        + text
        + (holes == 0 ? "" : " Every pair uses the frames that both have.")
        + (lost == 0 ? "" : " Regions without a value have no edges.");
  }

  static int missing(double[] row) {
    int missing = 0;
    for (double v : row) {
      missing += Double.isFinite(v) ? 0 : 1;
    }
    return missing;
  }

  /** True if any value is missing. */
  static boolean any(double[][] signals) {
    for (double[] row : signals) {
      if (missing(row) > 0) {
        return true;
      }
    }
    return false;
  }
}
