/**
 * SONATA simulation output in HDF5 (github.com/AllenInstitute/sonata, developer guide 0.1): spikes
 * and reports (membrane potentials, currents).
 *
 * <p>Start at {@link org.braindyn.io.sonata.SonataSpikes}. May import {@code data}, {@code io.door}
 * and io's helpers.
 */
package org.braindyn.io.sonata;
