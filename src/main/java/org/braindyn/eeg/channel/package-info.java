/**
 * Electrodes that are bad: how they are found, and values for them from the others.
 *
 * <p>May import {@code data}, {@code signal}, {@code kernel}. Read {@link
 * org.braindyn.eeg.channel.BadChannels} first.
 */
package org.braindyn.eeg.channel;
