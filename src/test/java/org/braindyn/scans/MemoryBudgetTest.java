package org.braindyn.scans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {
  private static final long MB = 1L << 20;

  @Test
  void aSecondScanWaitsUntilTheFirstGivesBack() throws Exception {
    MemoryBudget budget = new MemoryBudget(100 * MB);
    assertEquals(100, budget.take(5000 * MB, Progress.NONE, "x"), "more than all is all");
    CompletableFuture<Integer> second =
        CompletableFuture.supplyAsync(() -> budget.take(60 * MB, Progress.NONE, "x"));
    assertThrows(
        java.util.concurrent.TimeoutException.class, () -> second.get(50, TimeUnit.MILLISECONDS));
    budget.give(100);
    assertEquals(60, second.get(5, TimeUnit.SECONDS));
    assertEquals(40, budget.take(40 * MB, Progress.NONE, "x"), "both fit beside each other");
  }

  @Test
  void whoWaitsCanStop() {
    MemoryBudget budget = new MemoryBudget(10 * MB);
    budget.take(10 * MB, Progress.NONE, "x");
    AtomicBoolean stop = new AtomicBoolean(true);
    Progress stopped =
        new Progress() {
          @Override
          public void report(double fraction, String message) {}

          @Override
          public boolean cancelled() {
            return stop.get();
          }
        };
    long start = System.nanoTime();
    assertThrows(Cancelled.class, () -> budget.take(MB, stopped, "x"));
    assertTrue(System.nanoTime() - start < 1_000_000_000L, "within a second");
  }
}
