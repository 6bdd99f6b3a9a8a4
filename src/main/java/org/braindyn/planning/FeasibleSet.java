package org.braindyn.planning;

import java.util.Arrays;

/**
 * The waveforms of one site that its limits allow: a box, sums of 0, a largest dose, unused blocks
 * at the end. All of it is convex and holds 0, so that scaling down never leaves it.
 */
final class FeasibleSet {
  private static final int ROUNDS = 60;

  private final StimulationLimits limits;

  FeasibleSet(StimulationLimits limits) {
    this.limits = limits;
  }

  /**
   * The nearest waveform that is allowed (Dykstra's alternating projections: Boyle and Dykstra
   * 1986), scaled down by what the last round leaves over, so that limits hold exactly.
   *
   * @param u strengths per block; changed
   */
  void project(double[] u) {
    Arrays.fill(u, limits.duration(), u.length, 0);
    if (limits.unlimited() || inside(u)) {
      return;
    }
    double[][] kept = new double[3][u.length];
    for (int round = 0; round < ROUNDS; round++) {
      double moved = 0;
      for (int set = 0; set < kept.length; set++) {
        double[] before = u.clone();
        for (int b = 0; b < limits.duration(); b++) {
          u[b] += kept[set][b];
        }
        double[] shifted = u.clone();
        step(set, u);
        for (int b = 0; b < limits.duration(); b++) {
          kept[set][b] = shifted[b] - u[b];
          moved += Math.abs(u[b] - before[b]);
        }
      }
      if (moved < 1e-12) {
        break;
      }
    }
    hold(u);
  }

  /** Puts the last digits right: sum exactly 0 up to rounding, then scaled into the other two. */
  private void hold(double[] u) {
    step(1, u);
    double most = 0;
    double dose = 0;
    for (double v : u) {
      most = Math.max(most, Math.abs(v));
      dose += Math.abs(v);
    }
    double scale = Math.min(1, Math.min(limits.most() / most, limits.dose() / dose));
    for (int b = 0; b < u.length && scale < 1; b++) {
      u[b] *= scale * (1 - 1e-15);
    }
  }

  private boolean inside(double[] u) {
    double sum = 0;
    double dose = 0;
    double most = 0;
    for (double v : u) {
      sum += v;
      dose += Math.abs(v);
      most = Math.max(most, Math.abs(v));
    }
    boolean balanced = !limits.balanced() || sum == 0;
    return balanced && most <= limits.most() && dose <= limits.dose();
  }

  private void step(int set, double[] u) {
    if (set == 0) {
      for (int b = 0; b < u.length; b++) {
        u[b] = Math.max(-limits.most(), Math.min(limits.most(), u[b]));
      }
    } else if (set == 1 && limits.balanced()) {
      double mean = Arrays.stream(u).sum() / limits.duration();
      for (int b = 0; b < limits.duration(); b++) {
        u[b] -= mean;
      }
    } else if (set == 2 && !Double.isInfinite(limits.dose())) {
      dose(u);
    }
  }

  /** Onto the ball of absolute sums (Duchi et al. 2008, ICML: soft thresholds after sorting). */
  private void dose(double[] u) {
    double[] size = Arrays.stream(u).map(Math::abs).sorted().toArray();
    double sum = Arrays.stream(size).sum();
    if (sum <= limits.dose()) {
      return;
    }
    double threshold = 0;
    double above = 0;
    for (int k = 1; k <= size.length; k++) {
      above += size[size.length - k];
      double candidate = (above - limits.dose()) / k;
      if (size[size.length - k] > candidate) {
        threshold = candidate;
      }
    }
    for (int b = 0; b < u.length; b++) {
      u[b] = Math.signum(u[b]) * Math.max(0, Math.abs(u[b]) - threshold);
    }
  }
}
