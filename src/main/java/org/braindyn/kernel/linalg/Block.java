package org.braindyn.kernel.linalg;

/**
 * A rectangle of a stored matrix.
 *
 * @param store its memory
 * @param at where its first value is
 * @param stride values from one row to the next
 */
record Block(Store store, long at, int stride) {}
