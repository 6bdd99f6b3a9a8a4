/**
 * Matrices of weights between regions: The Virtual Brain's zip, ENIGMA's and other tables, MATLAB
 * files of the Brain Connectivity Toolbox, NumPy and HDF5.
 *
 * <p>Rows become sources and columns targets, as everywhere here; The Virtual Brain has it the
 * other way round. Start at {@link org.braindyn.io.connectome.TvbZip}. May import {@code data},
 * {@code io.door}, {@code io.arrays}, {@code io.tables}.
 */
package org.braindyn.io.connectome;
