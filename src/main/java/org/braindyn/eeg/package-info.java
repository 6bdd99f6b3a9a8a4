/**
 * EEG in, seizure detectors trained and applied.
 *
 * <p>May import everything below. Read {@link org.braindyn.eeg.EegImport} first.
 */
package org.braindyn.eeg;
