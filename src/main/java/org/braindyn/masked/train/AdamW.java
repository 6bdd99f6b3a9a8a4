package org.braindyn.masked.train;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.kernel.Vec;
import org.braindyn.masked.token.Layout;
import org.braindyn.masked.token.Team;

/**
 * AdamW (Loshchilov and Hutter 2019) with the norm of the gradient clipped; weights decay, biases
 * and layer normalisations do not.
 */
public final class AdamW {
  /** Parameters that one task moves. */
  private static final int RUN = 1 << 16;

  private record Range(int from, int to, boolean decays) {}

  private final AdamKind kind;
  private final double decay;
  private final double largestNorm;
  private final Team team;
  private final List<Range> ranges = new ArrayList<>();
  private final Vec mean;
  private final Vec square;
  private long steps;

  /**
   * @param layout names of the parameters, which say what decays
   * @param kind which AdamW
   * @param decay weight decay, .05 as released
   * @param largestNorm the gradient's norm is clipped at this; infinite for no clipping
   * @param team who computes
   */
  public AdamW(Layout layout, AdamKind kind, double decay, double largestNorm, Team team) {
    this.kind = kind;
    this.decay = decay;
    this.largestNorm = largestNorm;
    this.team = team;
    mean = team.first().kernel().vec(layout.size());
    square = team.first().kernel().vec(layout.size());
    for (String name : layout.names()) {
      int at = layout.at(name);
      int end = at + Layout.count(layout.shape(name));
      for (int from = at; from < end; from += RUN) {
        ranges.add(new Range(from, Math.min(end, from + RUN), decays(name)));
      }
    }
  }

  private static boolean decays(String name) {
    boolean norm = name.matches("(?i).*(layernorm|decoder_norm)[a-z_]*\\.weight");
    return !name.endsWith(".bias") && !norm;
  }

  /**
   * One step against the gradient.
   *
   * @param rate learning rate
   * @return norm of the gradient before clipping
   */
  public double step(Vec parameters, Vec gradient, double rate) {
    double[] squares = new double[ranges.size()];
    team.run(
        squares.length,
        (i, worker) -> {
          Range r = ranges.get(i);
          squares[i] = worker.ops().steps().squares(gradient, r.from, r.to);
        });
    double sum = 0;
    for (double s : squares) {
      sum += s;
    }
    double norm = Math.sqrt(sum);
    double clip = Math.min(1, largestNorm / (norm + 1e-6));
    steps++;
    team.run(
        squares.length,
        (i, worker) -> {
          Range r = ranges.get(i);
          worker
              .ops()
              .steps()
              .adam(
                  parameters,
                  gradient,
                  mean,
                  square,
                  r.from,
                  r.to,
                  kind.step(steps, rate, r.decays ? decay : 0, clip));
        });
    return norm;
  }

  /** Steps taken. */
  public long steps() {
    return steps;
  }

  /** Running mean of the gradient, for a checkpoint. */
  Vec mean() {
    return mean;
  }

  /** Running mean of its square, for a checkpoint. */
  Vec square() {
    return square;
  }

  /** Continues from a checkpoint; the two arrays have been filled. */
  void resume(long taken) {
    steps = taken;
  }
}
