/**
 * Recordings as windows of context and target: normalisation by the context, splits, resampling,
 * spike counts.
 *
 * <p>May import {@code data}. Read {@link org.braindyn.signal.WindowSet} first.
 */
package org.braindyn.signal;
