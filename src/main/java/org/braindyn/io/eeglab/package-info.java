/**
 * EEGLAB data sets: {@code .set} in MATLAB 5 (fields of a struct {@code EEG}, or since 2021 at the
 * top) or MATLAB 7.3 (HDF5), samples within or in a {@code .fdt} beside it (eeglab.org, "EEG
 * structure").
 *
 * <p>Start at {@link org.braindyn.io.eeglab.EeglabSet}. May import {@code data}, {@code io.door}
 * and io's helpers.
 */
package org.braindyn.io.eeglab;
