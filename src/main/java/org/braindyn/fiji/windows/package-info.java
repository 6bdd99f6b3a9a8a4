/**
 * Windows of a command's results: where they stand on the screen, and what tables are called.
 *
 * <p>May import {@code fiji.images}. Read {@link org.braindyn.fiji.windows.Tiles} first.
 */
package org.braindyn.fiji.windows;
