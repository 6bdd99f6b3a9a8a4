package org.braindyn.model.field;

import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Panel;
import org.braindyn.kernel.Vec;

/**
 * Biases of a layer whose values lie [row][unit]: repeated over a run of rows, summed run upon run
 * on the way back ({@link org.braindyn.kernel.FieldOps#run}).
 */
final class Bias {
  private final int units;
  private final int run;
  private final Vec repeated;
  private final Vec sums;

  Bias(Kernel kernel, int units) {
    this.units = units;
    run = kernel.field().run(units);
    repeated = kernel.vec(run);
    sums = kernel.vec(run);
  }

  void load(double[] bias) {
    for (int at = 0; at < run; at += units) {
      repeated.read(at, bias, 0, units);
    }
  }

  /** Sets n values of a panel to the bias of their unit, for a product to add to. */
  void fill(Panel z, int n) {
    for (int at = 0; at < n; at += run) {
      z.put(at, repeated, 0, Math.min(run, n - at));
    }
  }

  /** What gradients are added to, run upon run. */
  Vec sums() {
    return sums;
  }

  /** Adds n gradients that lie [row][unit]. */
  void gather(Vec gradient, int n) {
    for (int at = 0; at < n; at += run) {
      sums.addScaled(0, 1, gradient, at, Math.min(run, n - at));
    }
  }

  /** Adds what was gathered at a place, and forgets it. */
  void flush(double[] sum, int to) {
    for (int at = 0; at < run; at += units) {
      sums.addTo(at, sum, to, units);
    }
    sums.fill(0, run, 0);
  }
}
