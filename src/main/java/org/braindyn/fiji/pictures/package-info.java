/**
 * Plots and pictures.
 *
 * <p>May import {@code data}, {@code graph}, {@code signal}, {@code fiji.images}. Read {@link
 * org.braindyn.fiji.pictures.LinePlot} first.
 */
package org.braindyn.fiji.pictures;
