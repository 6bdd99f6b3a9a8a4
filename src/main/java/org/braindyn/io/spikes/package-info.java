/**
 * Spike times of NEST and of our own.
 *
 * <p>May import {@code data}, {@code io}. Read {@link org.braindyn.io.spikes.NestSpikes} first.
 */
package org.braindyn.io.spikes;
