package org.braindyn.imputation;

import java.util.Arrays;

/**
 * Eight numbers by which a linear estimate is scaled, by its own standard deviation. An estimate
 * from covariances that are themselves estimated is too sure of itself where it knows little; how
 * much, least squares tells on values whose truth is known.
 *
 * @param factors one for each stretch of standard deviations between {@link #edges}, in z-scores
 */
public record DeviationScales(double[] factors) {
  private static final double[] EDGES = {0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95};

  /** Changes nothing. */
  public static final DeviationScales NONE = new DeviationScales(ones());

  /** Checks the number of factors. */
  public DeviationScales {
    if (factors.length != EDGES.length + 1) {
      throw new IllegalArgumentException("there must be " + (EDGES.length + 1) + " factors");
    }
    factors = factors.clone();
  }

  private static double[] ones() {
    double[] ones = new double[EDGES.length + 1];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** Standard deviations at which one factor ends and the next begins, in z-scores. */
  public static double[] edges() {
    return EDGES.clone();
  }

  /**
   * The factor of an estimate.
   *
   * @param deviation its posterior standard deviation, in z-scores; 0 for a value that is seen
   */
  public double factor(double deviation) {
    return deviation > 0 ? factors[stretch(deviation)] : 1;
  }

  private static int stretch(double deviation) {
    int at = 0;
    while (at < EDGES.length && deviation >= EDGES[at]) {
      at++;
    }
    return at;
  }

  /** The estimate scaled; its variances stay, and so does what is seen. */
  public Estimate of(Estimate estimate) {
    double[][] mean = new double[estimate.mean().length][];
    for (int n = 0; n < mean.length; n++) {
      mean[n] = estimate.mean()[n].clone();
      for (int t = 0; t < mean[n].length; t++) {
        mean[n][t] *= factor(Math.sqrt(Math.max(0, estimate.variance()[n][t])));
      }
    }
    return new Estimate(mean, estimate.variance(), estimate.posterior());
  }

  /** Learns the factors. Not for several threads at once. */
  public static final class Learner {
    private final double[] products = new double[EDGES.length + 1];
    private final double[] squares = new double[EDGES.length + 1];
    private final long[] frames = new long[EDGES.length + 1];
    private final boolean[] here = new boolean[EDGES.length + 1];

    /** Begins another frame: values of one frame depend on each other and count as one. */
    public void nextFrame() {
      Arrays.fill(here, false);
    }

    /**
     * Adds a value of the present frame.
     *
     * @param truth z-score
     * @param mean its estimate
     * @param deviation of the estimate; 0 is not learnt from
     */
    public void add(double truth, double mean, double deviation) {
      if (deviation > 0) {
        int at = stretch(deviation);
        products[at] += truth * mean;
        squares[at] += mean * mean;
        frames[at] += here[at] ? 0 : 1;
        here[at] = true;
      }
    }

    /**
     * Least squares, drawn to other factors.
     *
     * @param prior frames that the other factors count for, 0 or more
     * @param other factors where nothing was learnt
     */
    public DeviationScales scales(double prior, DeviationScales other) {
      double[] factors = new double[frames.length];
      for (int b = 0; b < factors.length; b++) {
        boolean known = squares[b] > 0;
        double share = frames[b] / (frames[b] + prior);
        factors[b] =
            known
                ? share * products[b] / squares[b] + (1 - share) * other.factors[b]
                : other.factors[b];
      }
      return new DeviationScales(factors);
    }
  }
}
