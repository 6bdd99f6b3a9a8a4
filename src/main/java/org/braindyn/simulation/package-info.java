/**
 * Data with a known answer and true interventions.
 *
 * <p>May import {@code data}, {@code graph}. Read {@link org.braindyn.simulation.Simulator} first.
 */
package org.braindyn.simulation;
