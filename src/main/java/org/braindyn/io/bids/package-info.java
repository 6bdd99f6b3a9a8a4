/**
 * BIDS side files of a scan.
 *
 * <p>May import {@code data}, {@code io}, {@code io.nifti}. Read {@link
 * org.braindyn.io.bids.BidsScan} first.
 */
package org.braindyn.io.bids;
