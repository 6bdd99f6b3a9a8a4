/**
 * BrainVision recordings: {@code .vhdr} (text header), {@code .vmrk} (markers) and {@code .eeg} or
 * {@code .dat} (samples), after "BrainVision Core Data Format 1.0" of Brain Products.
 *
 * <p>Start at {@link org.braindyn.io.brainvision.BrainVision}. May import {@code data}, {@code
 * io.door}.
 */
package org.braindyn.io.brainvision;
