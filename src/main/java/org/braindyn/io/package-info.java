/**
 * Files in, values out, and back: what all formats share.
 *
 * <p>May import {@code data}. Read {@link org.braindyn.io.Imported} first.
 */
package org.braindyn.io;
