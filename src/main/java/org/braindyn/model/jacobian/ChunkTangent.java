package org.braindyn.model.jacobian;

import org.braindyn.kernel.Panel;

/**
 * One chunk of a block of windows, linearised: small matrices by columns of every region and
 * window.
 *
 * @param done steps forecast before it
 * @param changed S, samples at the end of the context that an impulse has reached
 * @param steps P, steps of the chunk
 * @param windows windows of the block
 * @param restrict normalised restriction by context, S x M, leading dimension {@code windows * S},
 *     see {@link #atRestrict}
 * @param extend forecast by disagreement, P x M, leading dimension {@code windows * P}, see {@link
 *     #atExtend}
 * @param start forecast by start value, P, see {@link #atStart}
 */
record ChunkTangent(
    int done, int changed, int steps, int windows, Panel restrict, Panel extend, Panel start) {
  int atRestrict(int region, int window, int channels) {
    return (region * channels * windows + window) * changed;
  }

  int atExtend(int region, int window, int channels) {
    return (region * channels * windows + window) * steps;
  }

  int atStart(int region, int window) {
    return (region * windows + window) * steps;
  }
}
