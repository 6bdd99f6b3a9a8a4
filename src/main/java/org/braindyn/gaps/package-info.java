/**
 * Gaps of one recording filled as a user asks for it: which cells are missing, which method, how
 * much to trust the result beside its rivals.
 *
 * <p>May import {@code data}, {@code signal}, {@code imputation}, {@code io}. Read {@link
 * org.braindyn.gaps.FilledRecording} first.
 */
package org.braindyn.gaps;
