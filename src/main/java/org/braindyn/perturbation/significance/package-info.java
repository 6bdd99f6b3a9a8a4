/**
 * Which answers are above chance: refits to shifted or phase-turned recordings, p and q.
 *
 * <p>May import {@code data} and {@code signal}, not the answers themselves. Read {@link
 * org.braindyn.perturbation.significance.RefitNull} first.
 */
package org.braindyn.perturbation.significance;
