/**
 * Intervals that hold: conformal half widths by region and step ahead, their coverage and its
 * drift, and a score of forecasts as distributions.
 *
 * <p>Read {@link org.braindyn.forecast.family.interval.ConformalIntervals} first. May import data.
 */
package org.braindyn.forecast.family.interval;
