package org.braindyn.model.jacobian;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.kernel.Kernel;
import org.braindyn.model.parameter.BlockSize;
import org.braindyn.model.parameter.Coupling;
import org.braindyn.model.parameter.History;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Parameters;
import org.braindyn.model.parameter.Rows;
import org.braindyn.model.parameter.Threads;
import org.braindyn.model.parameter.Variant;
import org.braindyn.model.sheaf.Adjacency;
import org.braindyn.ode.Methods;

/**
 * The exact effect of every region's last context sample on every region's forecast, in forward
 * mode through small matrices per region and sums over neighbours. In the released model a region
 * solves a scalar equation whose message is constant over a chunk, so a chunk is one step of that
 * kind; in the continuous one every evaluation of the solver is.
 */
public final class ForecastJacobian {
  /** Numbers that one worker sums up at once; more summaries are done in turns. */
  private static final int MOST_SUMS = 1 << 24;

  private ForecastJacobian() {}

  /** True if the model has the form that allows it. */
  public static boolean possible(ModelSettings s) {
    return s.signals() == 1
        && s.history() == History.LSTM
        && s.coupling() == Coupling.SHEAF
        && !Methods.named(s.method()).adaptive();
  }

  /**
   * Mean over windows of weighted sums over frames.
   *
   * @param weights one row per summary, one number per step ahead
   * @return [summary][source][target]
   */
  public static double[][][] mean(
      ModelSettings settings,
      Adjacency graph,
      Parameters parameters,
      SignalBatch context,
      double[][] weights,
      Progress progress) {
    int n = settings.regions();
    int atOnce = (int) Math.max(1, MOST_SUMS / ((long) n * n));
    double[][][] result = new double[weights.length][][];
    for (int k = 0; k < weights.length; k += atOnce) {
      int end = Math.min(weights.length, k + atOnce);
      double share = (double) (end - k) / weights.length;
      double before = (double) k / weights.length;
      Progress scaled = part(progress, before, share);
      double[][] some = Arrays.copyOfRange(weights, k, end);
      double[] sum = sum(settings, graph, parameters, context, some, scaled);
      System.arraycopy(split(sum, end - k, n, context.windows()), 0, result, k, end - k);
    }
    return result;
  }

  private static double[] sum(
      ModelSettings settings,
      Adjacency graph,
      Parameters parameters,
      SignalBatch context,
      double[][] weights,
      Progress progress) {
    int n = settings.regions();
    Rows cut =
        new Rows(context.windows(), BlockSize.windows(context.windows(), n, settings.variant()));
    int most = (context.windows() + cut.count() - 1) / cut.count();
    InOrder order = new InOrder(Math.multiplyExact(Math.multiplyExact(n, n), weights.length));
    AtomicInteger next = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    Threads.run(
        Math.min(Threads.count(), cut.count()),
        worker -> {
          Kernel kernel = Kernel.best(settings.precision());
          int horizon = weights[0].length;
          try (WindowJacobian engine =
              settings.variant() == Variant.RELEASED
                  ? new JacobianEngine(kernel, settings, graph, most, horizon)
                  : new CoupledJacobian(kernel, settings, graph, horizon)) {
            engine.load(parameters);
            for (int k = next.getAndIncrement(); k < cut.count(); k = next.getAndIncrement()) {
              Cancelled.check(progress, "The Jacobian");
              double[] part = new double[order.sum.length];
              int from = cut.start(k);
              engine.run(context, from, from + cut.size(k), weights, part, progress);
              order.add(k, part);
              progress.report((double) done.incrementAndGet() / cut.count(), "Jacobian");
            }
          }
        });
    return order.sum;
  }

  private static Progress part(Progress progress, double before, double share) {
    return new Progress() {
      @Override
      public void report(double fraction, String message) {
        progress.report(before + share * fraction, message);
      }

      @Override
      public boolean cancelled() {
        return progress.cancelled();
      }
    };
  }

  private static double[][][] split(double[] sum, int summaries, int n, int windows) {
    double[][][] result = new double[summaries][n][n];
    for (int k = 0; k < summaries; k++) {
      for (int v = 0; v < n; v++) {
        for (int u = 0; u < n; u++) {
          result[k][u][v] = sum[(k * n + v) * n + u] / windows;
        }
      }
    }
    return result;
  }

  /** Adds the blocks' sums in the order of the blocks, so that threads change nothing. */
  private static final class InOrder {
    final double[] sum;
    private final Map<Integer, double[]> early = new TreeMap<>();
    private int next;

    InOrder(int size) {
      sum = new double[size];
    }

    synchronized void add(int block, double[] part) {
      early.put(block, part);
      while (early.containsKey(next)) {
        double[] ready = early.remove(next++);
        for (int i = 0; i < sum.length; i++) {
          sum[i] += ready[i];
        }
      }
    }
  }
}
