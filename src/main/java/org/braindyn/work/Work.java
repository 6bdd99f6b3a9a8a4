package org.braindyn.work;

import java.io.Serializable;
import java.util.List;
import org.braindyn.data.Progress;

/**
 * Does something with many items. Tasks are made of text and numbers, so that they can be sent to
 * another machine; one may run twice, and its result must not tell.
 */
public interface Work {
  /** What is done with one item. */
  @FunctionalInterface
  interface Task<A, B> extends Serializable {
    /**
     * Does one item.
     *
     * @param progress may cancel
     */
    B of(A item, Progress progress);
  }

  /** Sums over items that can be added to each other. */
  interface Sums<A, S> extends Serializable {
    /** The sum over a few items, in their order. */
    S of(List<A> block, Progress progress);

    /** The sum of two neighbouring sums; may change and return {@code left}. */
    S plus(S left, S right);
  }

  /**
   * Does every item.
   *
   * @param items in any number
   * @param progress reports the share that is done; cancels all
   * @return the results in the items' order
   * @throws org.braindyn.data.Cancelled if the user stopped it
   */
  <A, B> List<B> map(List<A> items, Task<A, B> task, Progress progress);

  /**
   * Sums over blocks of neighbouring items, which are added in pairs by their numbers (0 + 1, 2 +
   * 3, then (0 + 1) + (2 + 3), ...): the same bits for any number of threads or machines.
   *
   * @param items at least one
   * @param block items in one block; another size is another order of adding
   */
  <A, S> S sum(List<A> items, int block, Sums<A, S> sums, Progress progress);
}
