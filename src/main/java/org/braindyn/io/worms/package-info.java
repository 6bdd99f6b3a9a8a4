/**
 * Worms (C. elegans): the homogenised table of whole-brain recordings, one row per neuron of a
 * worm, and the table of neuron classes.
 *
 * <p>May import {@code data}, {@code io}, {@code io.door}, {@code io.tables}. Read {@link
 * org.braindyn.io.worms.WormActivity} first.
 */
package org.braindyn.io.worms;
