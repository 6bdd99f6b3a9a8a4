/**
 * Drawings on the screen: as ImageJ images that keep what they were drawn from, as PNG and as SVG.
 *
 * <p>May import {@code data}, {@code figure}, {@code fiji.images}. Read {@link
 * org.braindyn.fiji.figures.FigureImage} first.
 */
package org.braindyn.fiji.figures;
