/**
 * What every model must beat, as kinds of model: the mean, the last value, and vector
 * autoregressions.
 *
 * <p>Read {@link org.braindyn.kind.baseline.RestKinds} first: the shortest kinds there are. May
 * import what {@code kind} may.
 */
package org.braindyn.kind.baseline;
