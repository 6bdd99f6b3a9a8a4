package org.braindyn.ode;

import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Precision;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Vec;

/**
 * Step size of adaptive methods: the elementary controller and first step of E. Hairer, S. P.
 * Norsett and G. Wanner, Solving Ordinary Differential Equations I, 2nd ed. 1993, section II.4.
 */
final class StepSize {
  private static final double SAFETY = 0.9;
  private static final double SHRINK = 0.2;
  private static final double GROW = 10;
  private static final int MOST_STEPS = 20_000;

  private final Tableau tableau;
  private final Kernel kernel;
  private final Tolerance tolerance;
  private Vec error;
  private Vec scale;
  private double size;

  StepSize(Tableau tableau, Kernel kernel, Tolerance tolerance) {
    this.tableau = tableau;
    this.kernel = kernel;
    // Below the rounding of float no step would ever be accepted.
    this.tolerance =
        kernel.precision() == Precision.FLOAT
            ? new Tolerance(
                Math.max(tolerance.relative(), 1e-6), Math.max(tolerance.absolute(), 1e-7))
            : tolerance;
  }

  void reset() {
    size = Double.NaN;
  }

  /** The next step, at most {@code left}. */
  double next(Dynamics f, Vec state, int n, double left) {
    if (Double.isNaN(size)) {
      size = first(f, state, n);
    }
    return Math.min(size, left);
  }

  private double first(Dynamics f, Vec state, int n) {
    Vec rate = kernel.vec(n);
    f.rate(0, state, rate);
    allowed(state, state, n);
    double d0 = Math.sqrt(state.squares(0, scale, 0, n) / n);
    double d1 = Math.sqrt(rate.squares(0, scale, 0, n) / n);
    double h0 = d0 < 1e-5 || d1 < 1e-5 ? 1e-6 : 0.01 * d0 / d1;
    Vec probe = kernel.vec(n);
    probe.copy(0, state, 0, n);
    probe.addScaled(0, h0, rate, 0, n);
    Vec second = kernel.vec(n);
    f.rate(0, probe, second);
    second.addScaled(0, -1, rate, 0, n);
    double d2 = Math.sqrt(second.squares(0, scale, 0, n) / n) / h0;
    double most = Math.max(d1, d2);
    double h1 =
        most <= 1e-15 ? Math.max(1e-6, h0 * 1e-3) : Math.pow(0.01 / most, 1.0 / tableau.order());
    double h = Math.min(100 * h0, h1);
    return h > 0 ? h : 1e-6;
  }

  /** Judges a step and sets the next size. */
  boolean accepts(Vec state, Vec next, int n, double h, List<Vec> rates, boolean clipped) {
    allowed(state, next, n);
    error.fill(0, n, 0);
    for (int i = 0; i < tableau.stages(); i++) {
      if (tableau.error()[i] != 0) {
        error.addScaled(0, h * tableau.error()[i], rates.get(i), 0, n);
      }
    }
    double ratio = Math.sqrt(error.squares(0, scale, 0, n) / n);
    if (!(ratio <= 1)) {
      double factor = SAFETY * Math.pow(ratio, -1.0 / tableau.order());
      size = h * (Double.isFinite(ratio) ? Math.max(SHRINK, Math.min(1, factor)) : SHRINK);
      return false;
    }
    double factor = ratio == 0 ? GROW : SAFETY * Math.pow(ratio, -1.0 / tableau.order());
    double grown = h * Math.min(GROW, Math.max(1, factor));
    // A step cut short at an output says little about how large the next may be.
    size = clipped ? Math.max(size, grown) : grown;
    return true;
  }

  private void allowed(Vec state, Vec next, int n) {
    if (scale == null || scale.length() < n) {
      scale = kernel.vec(n);
      error = kernel.vec(n);
    }
    for (int i = 0; i < n; i++) {
      double largest = Math.max(Math.abs(state.get(i)), Math.abs(next.get(i)));
      scale.set(i, tolerance.absolute() + tolerance.relative() * largest);
    }
  }

  /**
   * Refuses endless work.
   *
   * @throws BadInput if too many steps were taken
   */
  static void checkCount(int steps) {
    if (steps >= MOST_STEPS) {
      throw new BadInput(
          "The adaptive ODE solver took "
              + steps
              + " steps without reaching the end: the equation is too stiff. Use a fixed-step method"
              + " (rk4) or looser tolerances.");
    }
  }

  /**
   * Refuses steps too small to move the time.
   *
   * @throws BadInput if they are
   */
  static void checkAdvances(double time, double h, double dt) {
    if (!(h > 1e-14 * dt) || time + h == time) {
      throw new BadInput(
          String.format(
              java.util.Locale.ROOT,
              "The adaptive ODE solver's step fell to %.3g at time %.6g of an interval of %.6g: the"
                  + " equation is too stiff or its values are not finite. Use a fixed-step method"
                  + " (rk4) or looser tolerances.",
              h,
              time,
              dt));
    }
  }
}
