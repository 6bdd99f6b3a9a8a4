/**
 * Solvers of ordinary differential equations, each a tableau, and one stepping loop with its
 * reverse pass.
 *
 * <p>May import {@code data}, {@code kernel}. Read {@link org.braindyn.ode.Solver} first.
 */
package org.braindyn.ode;
