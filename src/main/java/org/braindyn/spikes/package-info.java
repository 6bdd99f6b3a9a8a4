/**
 * Spikes in, and benchmarks with a known answer.
 *
 * <p>May import everything below. Read {@link org.braindyn.spikes.SpikeImport} first.
 */
package org.braindyn.spikes;
