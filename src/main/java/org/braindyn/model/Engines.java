package org.braindyn.model;

import org.braindyn.data.Progress;
import org.braindyn.kernel.Kernel;

/**
 * The workers of a model: cuts a batch into blocks of windows and adds their gradients in order.
 */
final class Engines implements AutoCloseable {
  private final ModelSettings settings;
  private final Adjacency graph;
  private WindowEngine engine;
  private int mostWindows;

  /** Work on windows {@code from .. to - 1}. */
  interface Work {
    void run(WindowEngine engine, int block, int from, int to);
  }

  /** Work that adds to a gradient. */
  interface Summed {
    void run(WindowEngine engine, int block, int from, int to, Parameters sum);
  }

  Engines(ModelSettings settings, Adjacency graph) {
    this.settings = settings;
    this.graph = graph;
  }

  private Rows cut(int batch) {
    int most =
        settings.method().equals("dopri5") ? 1 : BlockSize.windows(batch, settings.regions());
    return new Rows(batch, most);
  }

  /** Number of blocks of a batch. */
  int blocks(int batch) {
    return cut(batch).count();
  }

  private WindowEngine ready(int windows, Parameters parameters) {
    if (engine == null || mostWindows < windows) {
      close();
      engine = new WindowEngine(Kernel.plain(settings.precision()), settings, graph, windows);
      mostWindows = windows;
    }
    engine.load(parameters);
    return engine;
  }

  void run(int batch, Parameters parameters, Progress progress, Work work) {
    Rows cut = cut(batch);
    WindowEngine ready = ready((batch + cut.count() - 1) / cut.count(), parameters);
    for (int k = 0; k < cut.count(); k++) {
      BrainDyn.checkCancelled(progress);
      work.run(ready, k, cut.start(k), cut.start(k) + cut.size(k));
      progress.report((k + 1.0) / cut.count(), null);
    }
  }

  void runSummed(int batch, Parameters parameters, Parameters sum, Summed work) {
    run(
        batch,
        parameters,
        Progress.NONE,
        (ready, block, from, to) -> {
          work.run(ready, block, from, to, sum);
        });
  }

  @Override
  public void close() {
    if (engine != null) {
      engine.close();
      engine = null;
    }
  }
}
