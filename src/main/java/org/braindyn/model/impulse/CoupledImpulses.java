package org.braindyn.model.impulse;

import java.util.Arrays;
import org.braindyn.data.Progress;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Rows;
import org.braindyn.model.parameter.Variant;
import org.braindyn.model.sheaf.Adjacency;

/**
 * Impulses into every region in turn within one chunk of the continuous variant: every region is
 * integrated anew for each, but the encoder runs twice per window, not once per region, since an
 * impulse changes one region's context and the impulses of all regions are encoded together
 * (docs/adr/0043). Sources stand side by side where a forecast has windows.
 */
public final class CoupledImpulses {
  private final int[] piece;
  private final double size;
  private final int horizon;
  private final double[][][] mean;
  private final double[][][] spread;
  private final Rows sources;

  /** Takes all windows of some sources. */
  public interface Work {
    /**
     * @param first first source
     * @param count how many
     * @param sums takes the windows' effects, each when its turn has come
     */
    void run(int first, int count, Sums sums);
  }

  /** Adds up the effects of windows. */
  public interface Sums {
    /**
     * @param effects [step][region][source], in one run
     * @param cause null, or why this window will never come
     */
    void add(int window, double[] effects, Throwable cause);
  }

  /**
   * @param graph what regions hear one another by
   * @param size added to the sample, in the unit of the contexts
   * @param horizon steps ahead, at most one chunk
   */
  public CoupledImpulses(Adjacency graph, double size, int horizon) {
    int n = graph.nodes;
    piece = pieces(graph);
    this.size = size;
    this.horizon = horizon;
    mean = new double[n][n][horizon];
    spread = new double[n][n][horizon];
    long most = ImpulseRollouts.MOST_EFFECTS / ((long) horizon * n);
    sources = new Rows(n, (int) Math.max(1, Math.min(n, most)));
  }

  /** True if the model has the form that allows it. */
  public static boolean possible(ModelSettings s, int horizon) {
    return s.variant() == Variant.CONTINUOUS
        && s.signals() == 1
        && horizon <= s.horizon()
        && !s.method().equals("dopri5"); // whose steps all rows of a block share
  }

  /** Does all sources, as many at once as memory allows. */
  public ImpulseRollouts run(int windows, Work work, Progress progress) {
    for (int k = 0; k < sources.count(); k++) {
      int first = sources.start(k);
      int count = sources.size(k);
      ImpulseSums sums = new ImpulseSums(horizon * mean.length * count);
      work.run(
          first,
          count,
          (window, effects, cause) -> {
            if (cause != null) {
              sums.breakOff(cause);
            } else {
              onlyReached(effects, first, count);
              sums.add(window, effects, 0, progress);
            }
          });
      sums.write(windows, size, first, count, mean, spread);
    }
    return new ImpulseRollouts(mean, spread, 0, 0, 0);
  }

  /** Regions that no path joins to the source stay exactly as they were; rounding must not say. */
  private void onlyReached(double[] effects, int first, int count) {
    int n = mean.length;
    for (int i = 0; i < effects.length; i++) {
      if (piece[i / count % n] != piece[first + i % count]) {
        effects[i] = 0;
      }
    }
  }

  /** Number of the piece of the graph that every region is in; edges join in both directions. */
  private static int[] pieces(Adjacency graph) {
    int[] piece = new int[graph.nodes];
    Arrays.fill(piece, -1);
    int[] stack = new int[graph.nodes];
    for (int v = 0; v < graph.nodes; v++) {
      if (piece[v] >= 0) {
        continue;
      }
      int top = 0;
      piece[v] = v;
      stack[top++] = v;
      while (top > 0) {
        int u = stack[--top];
        for (int e = graph.in[u]; e < graph.in[u + 1]; e++) {
          top = join(piece, stack, top, graph.sources[e], v);
        }
        for (int e = graph.out[u]; e < graph.out[u + 1]; e++) {
          top = join(piece, stack, top, graph.targets[e], v);
        }
      }
    }
    return piece;
  }

  private static int join(int[] piece, int[] stack, int top, int region, int to) {
    if (piece[region] >= 0) {
      return top;
    }
    piece[region] = to;
    stack[top] = region;
    return top + 1;
  }
}
