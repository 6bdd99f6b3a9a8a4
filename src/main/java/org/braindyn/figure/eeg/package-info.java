/**
 * Figures of the electroencephalogram: pages of named traces, and maps of the scalp.
 *
 * <p>May import {@code data}, {@code signal}, {@code figure.draw}, {@code figure.colour}, {@code
 * figure.plot}. Read {@link org.braindyn.figure.eeg.EegPage} first.
 */
package org.braindyn.figure.eeg;
