package org.braindyn.model.impulse;

/**
 * Effects of impulses in one window, [sample][region][lane]: sample 0 is the context's last, which
 * holds the impulse itself, sample p the p-th step ahead. What nothing reaches stays 0.
 */
final class ImpulseEffects {
  private final int nodes;
  private final int lanes;
  final double[] values;

  ImpulseEffects(int samples, int nodes, int lanes) {
    this.nodes = nodes;
    this.lanes = lanes;
    values = new double[Math.multiplyExact(Math.multiplyExact(samples, nodes), lanes)];
  }

  /** Position of lane 0. */
  int at(int sample, int region) {
    return (sample * nodes + region) * lanes;
  }

  double get(int sample, int region, int lane) {
    return values[at(sample, region) + lane];
  }

  void set(int sample, int region, int lane, double effect) {
    values[at(sample, region) + lane] = effect;
  }
}
