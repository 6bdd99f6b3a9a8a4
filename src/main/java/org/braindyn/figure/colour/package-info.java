/**
 * Colours of values: two scales of our own that people with red-green blindness can read, and grey
 * for what has no value.
 *
 * <p>May import {@code data}. Read {@link org.braindyn.figure.colour.ColourScale} first.
 */
package org.braindyn.figure.colour;
