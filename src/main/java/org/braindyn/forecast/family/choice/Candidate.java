package org.braindyn.forecast.family.choice;

import java.util.Arrays;
import org.braindyn.forecast.family.Family;

/**
 * A family with settings, and its errors on data left out.
 *
 * @param family the family
 * @param settings the settings that were best within the family
 * @param name the fitted model's name
 * @param parameters numbers that were fitted
 * @param error mean squared error of every piece (person, or stretch of time) left out
 */
public record Candidate(
    Family family, Family.Settings settings, String name, int parameters, double[] error) {
  /** Mean error over pieces. */
  public double mean() {
    return Arrays.stream(error).average().orElse(Double.NaN);
  }
}
