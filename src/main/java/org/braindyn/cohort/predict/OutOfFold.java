package org.braindyn.cohort.predict;

/**
 * What was foretold of every person by those of other folds.
 *
 * @param y the truth
 * @param predicted the value, or the log-odds of class 1
 * @param chance what those who trained would have said without knowing anything: their mean, or
 *     their log-odds
 * @param fold in which every person was tested
 */
record OutOfFold(double[] y, double[] predicted, double[] chance, int[] fold) {}
