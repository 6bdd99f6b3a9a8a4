/**
 * What happens if: interventions, maps, effective connectivity, statistics.
 *
 * <p>May import everything below. Read {@link org.braindyn.perturbation.PerturbationMap} first.
 */
package org.braindyn.perturbation;
