/**
 * Cleaning of region signals: detrending, confounds, scrubbing, band-pass, scaling, in that order.
 *
 * <p>May import {@code data}, {@code signal.filter}. Read {@link
 * org.braindyn.signal.cleaning.SignalCleaner} first.
 */
package org.braindyn.signal.cleaning;
