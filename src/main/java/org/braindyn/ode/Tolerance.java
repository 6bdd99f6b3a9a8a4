package org.braindyn.ode;

/**
 * Error allowed per step of an adaptive method: the root mean square of error / (absolute +
 * relative * |y|) stays below 1.
 *
 * @param relative relative part
 * @param absolute absolute part
 */
public record Tolerance(double relative, double absolute) {}
