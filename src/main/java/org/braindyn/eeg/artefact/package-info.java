/**
 * Artefacts of short duration that are larger than calm brain activity: calm seconds, and the
 * reconstruction of what lies beneath.
 *
 * <p>May import {@code data}, {@code signal}, {@code kernel}, {@code eeg.channel}. Read {@link
 * org.braindyn.eeg.artefact.SubspaceReconstruction} first.
 */
package org.braindyn.eeg.artefact;
