/**
 * Everything that continues signals, models and baselines alike, behind one interface.
 *
 * <p>May import {@code data}, {@code signal}, {@code graph}, {@code kernel}, {@code model}. Read
 * {@link org.braindyn.forecast.Forecaster} first.
 */
package org.braindyn.forecast;
