package org.braindyn.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Order, the same bits from any number of threads, errors and stops. */
class LocalWorkTest {
  /** Sums of reciprocals, which depend on the order of adding. */
  private static final class Reciprocals implements Work.Sums<Integer, Double> {
    @Override
    public Double of(List<Integer> block, Progress progress) {
      return block.stream().mapToDouble(k -> 1.0 / (k + 1)).sum();
    }

    @Override
    public Double plus(Double left, Double right) {
      return left + right;
    }
  }

  private static List<Integer> numbers(int n) {
    return IntStream.range(0, n).boxed().toList();
  }

  @Test
  void resultsAreInTheItemsOrder() {
    List<Integer> squares =
        new LocalWork(4, "test").map(numbers(1000), (k, p) -> k * k, Progress.NONE);
    for (int k = 0; k < 1000; k++) {
      assertEquals(k * k, squares.get(k));
    }
    assertEquals(List.of(), new LocalWork(2, "test").map(numbers(0), (k, p) -> k, Progress.NONE));
  }

  @Test
  void sumsHaveTheSameBitsOnAnyNumberOfThreads() {
    Set<Long> patterns = new HashSet<>();
    for (int repeat = 0; repeat < 5; repeat++) {
      for (int threads : new int[] {1, 2, 3, 7, 16}) {
        double sum =
            new LocalWork(threads, "test").sum(numbers(1001), 10, new Reciprocals(), Progress.NONE);
        patterns.add(Double.doubleToLongBits(sum));
      }
    }
    assertEquals(1, patterns.size());
    double exact = numbers(1001).stream().mapToDouble(k -> 1.0 / (k + 1)).sum();
    assertEquals(exact, Double.longBitsToDouble(patterns.iterator().next()), 1e-12);
  }

  /** The tree, written down: strings show who was added to whom. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 6, 7, 8, 13})
  void partsInAnyOrderMakeOneTree(int count) {
    List<String> level =
        new java.util.ArrayList<>(numbers(count).stream().map(k -> "" + k).toList());
    while (level.size() > 1) {
      List<String> above = new java.util.ArrayList<>();
      for (int k = 0; k < level.size(); k += 2) {
        above.add(
            k + 1 < level.size()
                ? "(" + level.get(k) + "+" + level.get(k + 1) + ")"
                : level.get(k));
      }
      level = above;
    }
    List<Integer> order = new java.util.ArrayList<>(numbers(count));
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(order, new Random(seed));
      Pairwise<String> tree = new Pairwise<>(count, (a, b) -> "(" + a + "+" + b + ")");
      for (int k = 0; k < count; k++) {
        assertNull(tree.total());
        tree.put(order.get(k), "" + order.get(k));
      }
      assertEquals(level.get(0), tree.total());
    }
  }

  @Test
  void errorsAndStopsEndAllOfIt() {
    LocalWork work = new LocalWork(3, "test");
    AtomicInteger done = new AtomicInteger();
    BadInput error =
        assertThrows(
            BadInput.class,
            () ->
                work.map(
                    numbers(10_000),
                    (k, p) -> {
                      if (k == 5) {
                        throw new BadInput("item 5");
                      }
                      return done.incrementAndGet();
                    },
                    Progress.NONE));
    assertEquals("item 5", error.getMessage());
    int then = done.get();
    assertTrue(then < 10_000, then + " were done after the error");
    Progress stopped =
        new Progress() {
          @Override
          public void report(double fraction, String message) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThrows(Cancelled.class, () -> work.map(numbers(5), (k, p) -> k, stopped));
    assertThrows(BadInput.class, () -> new LocalWork(0, "test"));
  }
}
