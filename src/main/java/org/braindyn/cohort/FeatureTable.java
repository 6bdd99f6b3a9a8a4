package org.braindyn.cohort;

import org.braindyn.cohort.features.FeatureSet;

/**
 * Features of all recordings.
 *
 * @param set what they are
 * @param values [recording][feature]
 * @param first the same of the first halves, null where halves were not wanted
 * @param second of the second halves
 */
public record FeatureTable(
    FeatureSet set, double[][] values, double[][] first, double[][] second) {}
