package org.braindyn.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.kernel.Kernel;
import org.braindyn.model.parameter.BlockSize;
import org.braindyn.model.parameter.Gradient;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Parameters;
import org.braindyn.model.parameter.Rows;
import org.braindyn.model.parameter.Threads;
import org.braindyn.model.parameter.Timing;
import org.braindyn.model.sheaf.Adjacency;

/**
 * The workers of a model: cuts a batch into blocks of windows, spreads them over threads, and adds
 * their gradients in the order of the blocks, so that results do not depend on the threads.
 */
final class Engines implements AutoCloseable {
  private final ModelSettings settings;
  private final Adjacency graph;
  private final List<WindowEngine> engines = new ArrayList<>();
  private int mostWindows;

  /** Work on windows {@code from .. to - 1}. */
  interface Work {
    void run(WindowEngine engine, int block, int from, int to);
  }

  /** Work on one item. */
  interface Item {
    void run(WindowEngine engine, int item);
  }

  /** Work that adds to a gradient. */
  interface Summed {
    void run(WindowEngine engine, int block, int from, int to, Gradient sum);
  }

  Engines(ModelSettings settings, Adjacency graph) {
    this.settings = settings;
    this.graph = graph;
  }

  private Rows cut(int batch) {
    // An adaptive method chooses its steps per window, so that no window depends on another.
    boolean adaptive = settings.method().equals("dopri5");
    return new Rows(
        batch, adaptive ? 1 : BlockSize.windows(batch, settings.regions(), settings.variant()));
  }

  /** Number of blocks of a batch. */
  int blocks(int batch) {
    return cut(batch).count();
  }

  private void prepare(int count, int windows) {
    if (windows > mostWindows) {
      close();
      mostWindows = windows;
    }
    while (engines.size() < count) {
      engines.add(
          new WindowEngine(Kernel.best(settings.precision()), settings, graph, mostWindows));
    }
  }

  void run(int batch, Parameters parameters, Progress progress, Work work) {
    Rows cut = cut(batch);
    int count = Math.min(Threads.count(), cut.count());
    prepare(count, (batch + cut.count() - 1) / cut.count());
    AtomicInteger next = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    Threads.run(
        count,
        worker -> {
          WindowEngine engine = engines.get(worker);
          engine.load(parameters);
          for (int k = next.getAndIncrement(); k < cut.count(); k = next.getAndIncrement()) {
            Cancelled.check(progress, "The forecast");
            work.run(engine, k, cut.start(k), cut.start(k) + cut.size(k));
            progress.report((double) done.incrementAndGet() / cut.count(), null);
          }
        });
  }

  /** Items one after the other, each by an engine with room for so many windows. */
  void each(int items, int windows, Parameters parameters, Progress progress, Item work) {
    int count = Math.min(Threads.count(), items);
    prepare(count, windows);
    AtomicInteger next = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    Threads.run(
        count,
        worker -> {
          WindowEngine engine = engines.get(worker);
          engine.load(parameters);
          for (int k = next.getAndIncrement(); k < items; k = next.getAndIncrement()) {
            work.run(engine, k);
            progress.report((double) done.incrementAndGet() / items, "Perturbing regions");
          }
        });
  }

  void runSummed(int batch, Parameters parameters, Gradient sum, Summed work) {
    InOrder order = new InOrder(sum);
    run(
        batch,
        parameters,
        Progress.NONE,
        (engine, block, from, to) -> {
          Gradient part = order.part();
          work.run(engine, block, from, to, part);
          order.add(block, part);
        });
  }

  /** Adds parts in the order of their blocks; a part that is early waits, its worker does not. */
  private static final class InOrder {
    private final Gradient sum;
    private final Map<Integer, Gradient> early = new TreeMap<>();
    private final List<Gradient> free = new ArrayList<>();
    private int next;

    InOrder(Gradient sum) {
      this.sum = sum;
    }

    synchronized Gradient part() {
      return free.isEmpty() ? sum.zeros() : free.remove(free.size() - 1);
    }

    synchronized void add(int block, Gradient part) {
      early.put(block, part);
      while (early.containsKey(next)) {
        Gradient ready = early.remove(next++);
        double[] to = sum.values();
        double[] from = ready.values();
        for (int i = 0; i < to.length; i++) {
          to[i] += from[i];
        }
        ready.clear();
        free.add(ready);
      }
    }
  }

  /** Time spent so far by all workers. */
  Timing timing() {
    Timing total = new Timing();
    engines.forEach(engine -> total.add(engine.timing()));
    return total;
  }

  @Override
  public void close() {
    engines.forEach(WindowEngine::close);
    engines.clear();
  }
}
