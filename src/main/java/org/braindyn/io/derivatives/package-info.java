/**
 * BIDS derivatives (BIDS specification 1.8, "Derivatives"; fMRIPrep, xcp_d): region signals with
 * their side file, and what lies beside a preprocessed scan.
 *
 * <p>Start at {@link org.braindyn.io.derivatives.DerivativeSignals}. May import {@code data},
 * {@code io.door}, {@code io.bids}, {@code io.tables}.
 */
package org.braindyn.io.derivatives;
