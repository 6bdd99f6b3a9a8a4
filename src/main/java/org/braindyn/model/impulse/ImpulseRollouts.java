package org.braindyn.model.impulse;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.model.jacobian.ForecastJacobian;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Parameters;
import org.braindyn.model.parameter.Rows;
import org.braindyn.model.parameter.Threads;
import org.braindyn.model.parameter.Variant;
import org.braindyn.model.sheaf.Adjacency;

/**
 * Impulses into every region in turn, followed through all chunks: what {@code regions + 1}
 * forecasts give, for the released model at a fraction of their price (docs/adr/0043).
 *
 * @param mean mean effect over windows per unit of impulse, [source][target][step ahead]
 * @param spread standard deviation over windows (ddof 1; 0 for one window), same shape
 * @param rows rows (window, source, region, chunk) that an impulse reached
 * @param full of these, integrated in the ordinary way
 * @param evaluations rows that the network was evaluated at for the others
 */
public record ImpulseRollouts(
    double[][][] mean, double[][][] spread, long rows, long full, long evaluations) {
  /** Effects that one worker keeps; more sources are done in turns. */
  public static final int MOST_EFFECTS = 1 << 23;

  /** True if the model has the form that allows it. */
  public static boolean possible(ModelSettings s) {
    return s.variant() == Variant.RELEASED && ForecastJacobian.possible(s);
  }

  /**
   * What is added and how far it is followed.
   *
   * @param size added to the sample, in the unit of the contexts
   * @param horizon steps ahead, 1 or more
   * @param most effects that one worker keeps; more sources are done in turns
   */
  public record Impulse(double size, int horizon, int most) {}

  /**
   * An impulse into every region in turn.
   *
   * @param context starting windows, [window, region, step]
   */
  public static ImpulseRollouts run(
      ModelSettings settings,
      Adjacency graph,
      Parameters parameters,
      SignalBatch context,
      Impulse impulse,
      Progress progress) {
    int horizon = impulse.horizon;
    int n = settings.regions();
    int atOnce = (int) Math.max(1, Math.min(n, impulse.most / ((1L + horizon) * n)));
    Rows sources = new Rows(n, atOnce);
    double[][][] mean = new double[n][n][horizon];
    double[][][] spread = new double[n][n][horizon];
    long[] counts = new long[3];
    AtomicInteger done = new AtomicInteger();
    int all = sources.count() * context.windows();
    for (int k = 0; k < sources.count(); k++) {
      int first = sources.start(k);
      int count = sources.size(k);
      int chunks = (horizon + settings.horizon() - 1) / settings.horizon();
      ImpulseReach reach = new ImpulseReach(graph, first, count, chunks);
      ImpulseSums sums = new ImpulseSums(horizon * n * count);
      AtomicInteger next = new AtomicInteger();
      Threads.run(
          Math.min(Threads.count(), context.windows()),
          worker -> {
            try (ImpulseEngine engine = new ImpulseEngine(settings, graph, count, horizon)) {
              engine.load(parameters);
              int w = next.getAndIncrement();
              for (; w < context.windows(); w = next.getAndIncrement()) {
                Cancelled.check(progress, "Effective connectivity");
                engine.run(context, w, first, count, impulse, reach, progress);
                sums.add(w, engine.effects.values, n * count, progress);
                progress.report((double) done.incrementAndGet() / all, "Perturbing regions");
              }
              synchronized (counts) {
                Arrays.setAll(counts, i -> counts[i] + engine.counts()[i]);
              }
            } catch (RuntimeException | Error e) {
              sums.breakOff(e);
              throw e;
            }
          });
      sums.write(context.windows(), impulse.size, first, count, mean, spread);
    }
    return new ImpulseRollouts(mean, spread, counts[0], counts[1], counts[2]);
  }
}
