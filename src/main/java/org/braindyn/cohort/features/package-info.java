/**
 * A recording as one row of numbers: connectivity, measures of its graph, lagged connectivity,
 * co-skewness, or what a trained model makes of it.
 *
 * <p>Read {@link org.braindyn.cohort.features.FeatureSet} first. May import {@code data}, {@code
 * graph}, {@code kernel.linalg}, {@code forecast.family} and {@code kind}.
 */
package org.braindyn.cohort.features;
