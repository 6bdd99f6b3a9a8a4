/**
 * What the linear families are fitted to: stretches of recordings and their sums over lags.
 *
 * <p>May import data, signal and kernel, not the families. Read {@link
 * org.braindyn.forecast.family.sums.LagSums} first.
 */
package org.braindyn.forecast.family.sums;
