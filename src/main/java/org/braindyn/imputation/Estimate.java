package org.braindyn.imputation;

/**
 * Values for what is missing, in units of each region's standard deviation.
 *
 * @param mean [region][time]; where a value is seen, that value
 * @param variance posterior variance, [region][time], 0 where a value is seen; null if the method
 *     knows none
 */
public record Estimate(double[][] mean, double[][] variance) {}
