package org.braindyn.training;

import java.util.List;

/**
 * How well one forecaster did on test windows, in context standard deviations.
 *
 * @param name the forecaster's name
 * @param all over every window, region and step
 * @param byStep one per step ahead
 * @param byRegion one per region
 * @param persons whom {@code byPerson} belongs to
 * @param byPerson one per person
 * @param scc Spearman correlation over all values flattened; NaN if it was not asked for
 * @param dtw dynamic-time-warping cost per window and region over (2P - 1); NaN if not asked for
 */
public record Scores(
    String name,
    ErrorSums all,
    List<ErrorSums> byStep,
    List<ErrorSums> byRegion,
    List<String> persons,
    List<ErrorSums> byPerson,
    double scc,
    double dtw) {
  /** MSE of every person, in the order of {@code persons}. */
  public double[] mseByPerson() {
    return byPerson.stream().mapToDouble(ErrorSums::mse).toArray();
  }
}
