package org.braindyn.people.spread;

import java.io.Serializable;

/**
 * What a recording's file was found to hold, all that one machine needs to know of the recordings
 * of all.
 *
 * @param source name for messages
 * @param regions number of regions
 * @param names what tells other names of regions, or another order
 * @param frames number of frames
 * @param interval time between frames in s
 * @param filled true if values are marked as filled
 * @param hash SHA-256 of the values
 */
record FileFacts(
    String source, int regions, int names, int frames, double interval, boolean filled, String hash)
    implements Serializable {}
