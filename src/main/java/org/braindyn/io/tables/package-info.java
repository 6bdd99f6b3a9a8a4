/**
 * Signals, label names and positions in text tables.
 *
 * <p>May import {@code data}, {@code io}. Read {@link org.braindyn.io.tables.TimeSeriesTable}
 * first.
 */
package org.braindyn.io.tables;
