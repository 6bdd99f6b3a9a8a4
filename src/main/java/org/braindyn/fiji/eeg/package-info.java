/**
 * The window in which an EEG is read page by page.
 *
 * <p>May import {@code data}, {@code figure}, {@code fiji.images}, {@code fiji.figures}, {@code
 * fiji.select}. Read {@link org.braindyn.fiji.eeg.EegViewer} first.
 */
package org.braindyn.fiji.eeg;
