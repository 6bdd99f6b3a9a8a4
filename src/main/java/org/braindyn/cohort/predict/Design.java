package org.braindyn.cohort.predict;

import java.util.Arrays;
import java.util.List;

/**
 * What is known of people apart from their features: one row per person.
 *
 * @param y the variable; 0 and 1 for two classes
 * @param binary true for two classes
 * @param confounds [person][regressor], regressed out inside the fold; no regressor for none
 * @param site number of every person's site, from 0
 * @param sites names of the sites; one or none if all are alike
 */
public record Design(
    double[] y, boolean binary, double[][] confounds, int[] site, List<String> sites) {
  /** Number of people. */
  public int people() {
    return y.length;
  }

  /** Number of confounds. */
  int regressors() {
    return confounds.length == 0 ? 0 : confounds[0].length;
  }

  /**
   * The same people with the variable and the confounds of others, as a null has it.
   *
   * @param order whose go to every row
   */
  Design permuted(int[] order) {
    double[] moved = Arrays.stream(order).mapToDouble(i -> y[i]).toArray();
    double[][] along = Arrays.stream(order).mapToObj(i -> confounds[i]).toArray(double[][]::new);
    int[] from = Arrays.stream(order).map(i -> site[i]).toArray();
    return new Design(moved, binary, along, from, sites);
  }

  /** The same without confounds. */
  Design plain() {
    return new Design(y, binary, new double[y.length][0], site, sites);
  }
}
