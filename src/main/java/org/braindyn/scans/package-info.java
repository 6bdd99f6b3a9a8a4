/**
 * Scans to region signals: one, or a folder, resumed where it stopped.
 *
 * <p>May import {@code data}, {@code parcellation}, {@code signal}, {@code io}. Read {@link
 * org.braindyn.scans.ScanBatch} first.
 */
package org.braindyn.scans;
