/**
 * Arrays of NumPy, MATLAB and HDF5.
 *
 * <p>May import {@code data}, {@code io}. Read {@link org.braindyn.io.arrays.Npz} first.
 */
package org.braindyn.io.arrays;
