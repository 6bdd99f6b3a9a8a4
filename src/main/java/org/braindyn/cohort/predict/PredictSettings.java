package org.braindyn.cohort.predict;

import org.braindyn.data.BadInput;
import org.braindyn.data.Seed;

/**
 * What is foretold, and how.
 *
 * @param variable the column
 * @param classes two of its words, separated by a comma, where it has more; else empty
 * @param confounds "auto" (age, sex, motion and site, those that are known), "none", or columns
 *     separated by commas
 * @param folds folds of people
 * @param permutations shuffled repetitions for the p-value, 0 for none
 * @param seed draws folds, shuffles and resamples
 */
public record PredictSettings(
    String variable, String classes, String confounds, int folds, int permutations, Seed seed) {
  /** Checks the ranges. */
  public PredictSettings {
    if (variable.isBlank()) {
      throw new BadInput(
          "Which column? Name one of the manifest, e.g. variable=age, or group=diagnosis (or, to compare"
              + " two folders, give other=[folder]).");
    }
    if (folds < 2) {
      throw new BadInput("folds=" + folds + ": 2 or more are needed.");
    }
    if (permutations < 0) {
      throw new BadInput("permutations=" + permutations + ": give 0 for none, or more.");
    }
  }

  /** Ten folds, 200 permutations, confounds that are known. */
  public static PredictSettings of(String variable) {
    return new PredictSettings(variable, "", "auto", 10, 200, Seed.of(1));
  }
}
