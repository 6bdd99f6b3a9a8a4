/**
 * Errors of forecasts: sums, metrics, paired comparisons, realism of free runs.
 *
 * <p>May import {@code data}, {@code signal}, {@code forecast}. Read {@link
 * org.braindyn.training.score.Evaluation} first.
 */
package org.braindyn.training.score;
