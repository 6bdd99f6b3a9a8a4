/**
 * Figures that need no brain: colour bars, lines over time, carpets, matrices, errors with their
 * intervals.
 *
 * <p>May import {@code data}, {@code figure.draw}, {@code figure.colour}. Read {@link
 * org.braindyn.figure.plot.CarpetFigure} first.
 */
package org.braindyn.figure.plot;
