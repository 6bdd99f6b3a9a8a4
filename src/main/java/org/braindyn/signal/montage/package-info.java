/**
 * EEG electrodes: the 10-20 names and places, montages, references, spherical splines.
 *
 * <p>May import {@code data}, {@code signal}. Read {@link org.braindyn.signal.montage.Montage}
 * first.
 */
package org.braindyn.signal.montage;
