/**
 * Perturb, Effective Connectivity and the comparison with a known answer, on model files.
 *
 * <p>May import everything below. Read {@link org.braindyn.stimulation.PerturbSignals} first.
 */
package org.braindyn.stimulation;
