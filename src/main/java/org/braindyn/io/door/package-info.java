/**
 * Which reader takes a file: every format is a "door" that knows its files by content and name.
 *
 * <p>Formats live in sub-packages of {@code io}; each names its doors in {@code META-INF/services},
 * so that a new format is a new package and one line. Start at {@link org.braindyn.io.door.Doors}.
 * May import {@code data} and the helpers of {@code io}; knows no format but those it refuses.
 */
package org.braindyn.io.door;
