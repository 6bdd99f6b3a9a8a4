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
   * Replaces the scores of some keys by {@code exp(score - largest)}, where largest is taken over
   * these and all keys before (Dao et al. 2022, algorithm 1).
   *
   * @param first true if no keys came before
   * @param state what is known of query i at {@code at + i}: largest score and sum of exponentials
   *     so far, and after the call the factor that turns what was summed before into the new unit
   */
  void exponentials(Panel scores, int queries, int keys, boolean first, State state, int at);

  /**
   * What is known of queries.
   *
   * @param largest largest score so far
   * @param sum sum of exponentials so far, in units of that of the largest score
   * @param factor at i, without {@code at}: factor of the last call
   */
  record State(Vec largest, Vec sum, Vec factor) {}

  /** {@code x[at + i] = 1 / x[at + i]}. */
  void invert(Vec x, int at, int n);

  /** Replaces scores by the softmax, from the largest score and one over the sum. */
  void again(Panel scores, int queries, int keys, Vec largest, Vec inverse, int at);

  /** {@code grad = p (grad - dot)} with one dot for each query at position 0. */
  void gradient(Panel p, Panel grad, int queries, int keys, Vec dots);

  /** {@code x[c rows + i] *= factor[at + i]} in a tile at position 0. */
  void scaleRows(Vec x, int rows, int columns, Vec factor, int at);
}
