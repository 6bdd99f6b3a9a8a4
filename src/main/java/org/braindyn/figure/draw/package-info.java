/**
 * Vector drawings: recorded once, written as SVG, shown on a screen, or asked what lies under a
 * point.
 *
 * <p>May import {@code data}. Read {@link org.braindyn.figure.draw.Drawing} first.
 */
package org.braindyn.figure.draw;
