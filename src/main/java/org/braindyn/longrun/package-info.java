/**
 * What stays the same however long a system runs (invariants of dynamical-systems reconstruction):
 * where its states lie, its spectra, how fast neighbouring runs part, how many dimensions it fills;
 * of a recording, of a model's free run and of honest rivals.
 *
 * <p>May import {@code data}, {@code kernel}, {@code graph}, {@code forecast}, {@code states}. Read
 * {@link org.braindyn.longrun.LongRuns} first.
 */
package org.braindyn.longrun;
