package org.braindyn.simulation;

import org.braindyn.data.BadInput;

/**
 * Leaky integrate-and-fire neuron with alpha-shaped synaptic currents, NEST's {@code
 * iaf_psc_alpha}:
 *
 * <pre>
 *   C dV/dt = -C (V - E) / tauM + I(t),   I after a spike of weight w = w (e / tauS) t exp(-t / tauS)
 * </pre>
 *
 * so that w (pA) is the peak of the current. The defaults are NEST's.
 *
 * @param capacitance pF
 * @param tauMembrane ms
 * @param tauExcitatory ms, of positive weights
 * @param tauInhibitory ms, of negative weights
 * @param rest E, mV
 * @param threshold mV
 * @param reset mV
 * @param refractory ms
 */
record IafPscAlpha(
    double capacitance,
    double tauMembrane,
    double tauExcitatory,
    double tauInhibitory,
    double rest,
    double threshold,
    double reset,
    double refractory) {
  /** NEST's default parameters. */
  public static final IafPscAlpha NEST = new IafPscAlpha(250, 10, 2, 2, -70, -55, -70, 2);

  /** Checks signs. */
  public IafPscAlpha {
    if (!(capacitance > 0)
        || !(tauMembrane > 0)
        || !(tauExcitatory > 0)
        || !(tauInhibitory > 0)
        || !(refractory >= 0)
        || !(threshold > reset)) {
      throw new BadInput(
          "Capacitance and time constants must be above 0, the refractory time 0 or more, and the"
              + " threshold above the reset; got "
              + capacitance
              + " pF, "
              + tauMembrane
              + " ms, "
              + threshold
              + " mV, "
              + reset
              + " mV.");
    }
  }

  /**
   * What one step of h ms does to the state (dI, I, V - E): the matrix exponential of the system,
   * exact for any h (Rotter and Diesmann 1999, Biol. Cybern. 81:381).
   *
   * @param decay exp(-h / tauS): dI to dI and I to I
   * @param slope dI to I
   * @param fromSlope dI to V, mV per (pA / ms)
   * @param fromCurrent I to V, mV per pA
   */
  record Propagator(double decay, double slope, double fromSlope, double fromCurrent) {}

  /** exp(-h / tauM). */
  double membraneDecay(double h) {
    return Math.exp(-h / tauMembrane);
  }

  /** What a constant current of 1 pA adds to V in one step, mV. */
  double fromConstant(double h) {
    return -Math.expm1(-h / tauMembrane) * tauMembrane / capacitance;
  }

  Propagator propagator(double h, double tau) {
    double decay = Math.exp(-h / tau);
    double leak = membraneDecay(h);
    double d = 1 / tau - 1 / tauMembrane;
    double current;
    double slope;
    if (Math.abs(d * h) < 1e-3) {
      // The quotients below lose all digits when the time constants nearly agree: use their series.
      double x = d * h;
      current = leak * h * (1 - x / 2 + x * x / 6 - x * x * x / 24);
      slope = leak * h * h * (0.5 - x / 3 + x * x / 8 - x * x * x / 30);
    } else {
      current = leak * -Math.expm1(-d * h) / d;
      slope = leak * (1 - Math.exp(-d * h) * (1 + d * h)) / (d * d);
    }
    return new Propagator(decay, h * decay, slope / capacitance, current / capacitance);
  }
}
