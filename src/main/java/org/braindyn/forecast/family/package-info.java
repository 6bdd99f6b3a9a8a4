/**
 * Cheap families of forecasters, fitted in seconds: the true rivals of any network. Zero,
 * persistence, own pasts, full, masked and shrunk vector autoregressions, network autoregression on
 * weighted links, random features.
 *
 * <p>Read {@link org.braindyn.forecast.family.sums.LagSums} first (what the linear ones are fitted
 * to), then {@link org.braindyn.forecast.family.Families} (the list). May import data, signal,
 * graph, kernel and forecast.
 */
package org.braindyn.forecast.family;
