package org.braindyn.work;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * Adds numbered parts in pairs of neighbours, then pairs of pairs, in whatever order they come: the
 * tree depends on their number alone. A part without a neighbour goes up as it is.
 *
 * @param <S> what is added
 */
public final class Pairwise<S> {
  private final int count;
  private final BinaryOperator<S> plus;
  private final Map<Long, S> waiting = new HashMap<>();
  private S total;

  /**
   * @param count how many parts there will be, at least 1
   * @param plus adds a left and a right neighbour
   */
  public Pairwise(int count, BinaryOperator<S> plus) {
    this.count = count;
    this.plus = plus;
  }

  /**
   * Takes a part; may be called by several threads, adds outside of any lock.
   *
   * @param number of the part, from 0; each once
   */
  public void put(int number, S part) {
    int at = number;
    int parts = count;
    S sum = part;
    for (int level = 0; parts > 1; level++) {
      boolean alone = at % 2 == 0 && at + 1 == parts;
      if (!alone) {
        S other = swap(level, at, sum);
        if (other == null) {
          return;
        }
        sum = at % 2 == 0 ? plus.apply(sum, other) : plus.apply(other, sum);
      }
      at /= 2;
      parts = (parts + 1) / 2;
    }
    synchronized (this) {
      total = sum;
    }
  }

  /** The waiting neighbour, or null after leaving the part to wait for it. */
  private synchronized S swap(int level, int at, S part) {
    S other = waiting.remove((long) level << 32 | at ^ 1);
    if (other == null) {
      waiting.put((long) level << 32 | at, part);
    }
    return other;
  }

  /** The sum of all parts; null until every part has come. */
  public synchronized S total() {
    return total;
  }
}
