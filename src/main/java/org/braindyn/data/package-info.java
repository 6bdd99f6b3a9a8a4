/**
 * Plain values that every package shares: regions, signals, batches of windows, grids, progress,
 * seed, errors a user can mend.
 *
 * <p>May import nothing of ours. Read {@link org.braindyn.data.RegionSignals} first.
 */
package org.braindyn.data;
