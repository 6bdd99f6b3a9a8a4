/**
 * The penalised least squares behind the direct linear forecast: sums of products over windows, one
 * factorisation per group of people and ridge, and the choice of the ridge by people left out.
 *
 * <p>May import {@code data}, {@code signal} and {@code kernel.linalg}. Read {@link
 * org.braindyn.forecast.ridge.DirectRidgeSettings} first, then {@link
 * org.braindyn.forecast.ridge.DirectRidgeSolver}.
 */
package org.braindyn.forecast.ridge;
