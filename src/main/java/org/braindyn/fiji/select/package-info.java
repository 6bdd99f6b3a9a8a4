/**
 * One region chosen in all windows: a click in a label image, map, matrix, carpet, scalp map,
 * figure or table row marks the region everywhere and shows its trace.
 *
 * <p>The core ({@code RegionKey}, {@code Selection}) needs no window. May import {@code data},
 * {@code figure}, {@code fiji.images}, {@code fiji.figures}, {@code fiji.pictures}. Read {@link
 * org.braindyn.fiji.select.Selection} first.
 */
package org.braindyn.fiji.select;
