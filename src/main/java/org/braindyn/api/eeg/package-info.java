/**
 * EEG for scripts: bad channels filled, artefacts removed. Read {@link
 * org.braindyn.api.eeg.EegCleaning} first. May import {@code api} and what the command of the menu
 * stands on.
 */
package org.braindyn.api.eeg;
