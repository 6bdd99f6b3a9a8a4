package org.braindyn.perturbation;

/**
 * When an effect is largest. Two conventions, both in tables: the <b>largest</b> value of all
 * frames, and the <b>first</b> peak that is at least half as large, which is when an effect arrives
 * if a later swing of the other sign is as large as the answer itself. Values that are not finite
 * do not count.
 */
public final class EffectPeak {
  private static final double SHARE = 0.5;

  private EffectPeak() {}

  /** Frame of the largest size; the first of equals. */
  public static int largest(double[] effect) {
    int best = 0;
    for (int t = 1; t < effect.length; t++) {
      best = size(effect[t]) > size(effect[best]) ? t : best;
    }
    return best;
  }

  /**
   * First frame whose effect is no smaller than its neighbours' and at least half the largest; the
   * last frame counts only if nothing comes before it.
   */
  public static int first(double[] effect) {
    int largest = largest(effect);
    double least = SHARE * size(effect[largest]);
    for (int t = 0; t < largest; t++) {
      double here = size(effect[t]);
      boolean rises = t == 0 || here >= size(effect[t - 1]) || turns(effect[t - 1], effect[t]);
      boolean falls = here > size(effect[t + 1]) || turns(effect[t], effect[t + 1]);
      if (here > 0 && here >= least && rises && falls) {
        return t;
      }
    }
    return largest;
  }

  private static boolean turns(double a, double b) {
    return a * b < 0;
  }

  private static double size(double value) {
    return Double.isFinite(value) ? Math.abs(value) : 0;
  }
}
