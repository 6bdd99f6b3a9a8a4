package org.braindyn.kernel.attention;

import org.braindyn.kernel.Panel;
import org.braindyn.kernel.Vec;

/**
 * Softmax over the keys of scores {@code [query, key]}, stored by columns without gaps. Only the
 * largest score of each query and its sum of exponentials are kept, so that the backward pass can
 * compute the same numbers again (Dao et al. 2022, arXiv 2205.14135, appendix B).
 */
public interface ScoreOps {
  /**
   * Replaces scores by {@code exp(score - largest)}, not yet divided by their sum.
   *
   * @param largest gets the largest score of query i at {@code at + i}
   * @param inverse gets one over the sum of query i at {@code at + i}
   */
  void exponentials(Panel scores, int queries, int keys, Vec largest, Vec inverse, int at);

  /** Replaces scores by the softmax, from what {@link #exponentials} kept. */
  void again(Panel scores, int queries, int keys, Vec largest, Vec inverse, int at);

  /** {@code grad = p (grad - dot)} with one dot for each query at position 0. */
  void gradient(Panel p, Panel grad, int queries, int keys, Vec dots);

  /** {@code x[c rows + i] *= factor[at + i]} in a tile at position 0. */
  void scaleRows(Vec x, int rows, int columns, Vec factor, int at);
}
