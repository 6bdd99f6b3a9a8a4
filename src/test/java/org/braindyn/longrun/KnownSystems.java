package org.braindyn.longrun;

import org.braindyn.data.Precision;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Vec;
import org.braindyn.ode.Dynamics;
import org.braindyn.ode.Methods;
import org.braindyn.ode.Solver;
import org.braindyn.ode.Tolerance;

/** Systems whose invariants are in the literature. */
public final class KnownSystems {
  /** Time between samples of {@link #lorenz}. */
  public static final double STEP = 0.05;

  private static final int INNER = 10; // solver steps per sample

  private KnownSystems() {}

  /**
   * Lorenz 1963 (sigma 10, rho 28, beta 8/3) with its tangents, by the package's rk4. Exponents
   * 0.906, 0, -14.572 (Sprott 2003, Chaos and Time-Series Analysis, table A.5.1); correlation
   * dimension 2.05 (Grassberger and Procaccia 1983).
   */
  public static TangentMap lorenz() {
    Kernel kernel = Kernel.best(Precision.DOUBLE);
    Solver solver = new Solver(Methods.named("rk4"), kernel, new Tolerance(1e-9, 1e-9));
    return (state, tangents) -> {
      int n = 3 + 3 * tangents.length;
      Vec start = kernel.vec(n);
      for (int d = 0; d < 3; d++) {
        start.set(d, state[d]);
        for (int k = 0; k < tangents.length; k++) {
          start.set(3 + 3 * k + d, tangents[k][d]);
        }
      }
      Vec out = kernel.vec(INNER * n);
      solver.forward(new Lorenz(tangents.length), start, n, STEP / INNER, INNER, out, false);
      int last = (INNER - 1) * n;
      for (int d = 0; d < 3; d++) {
        state[d] = out.get(last + d);
        for (int k = 0; k < tangents.length; k++) {
          tangents[k][d] = out.get(last + 3 + 3 * k + d);
        }
      }
    };
  }

  private record Lorenz(int tangents) implements Dynamics {
    @Override
    public void rate(int slot, Vec s, Vec rate) {
      double x = s.get(0);
      double y = s.get(1);
      double z = s.get(2);
      rate.set(0, 10 * (y - x));
      rate.set(1, x * (28 - z) - y);
      rate.set(2, x * y - 8.0 / 3 * z);
      for (int k = 3; k < 3 + 3 * tangents; k += 3) {
        double dx = s.get(k);
        double dy = s.get(k + 1);
        double dz = s.get(k + 2);
        rate.set(k, 10 * (dy - dx));
        rate.set(k + 1, (28 - z) * dx - dy - x * dz);
        rate.set(k + 2, y * dx + x * dy - 8.0 / 3 * dz);
      }
    }

    @Override
    public void pull(int slot, Vec state, Vec gradRate, Vec gradState) {
      throw new IllegalStateException("only run forwards");
    }
  }

  /** Henon 1976 (a 1.4, b 0.3): exponents 0.419 and ln 0.3 - 0.419. */
  public static TangentMap henon() {
    return (state, tangents) -> {
      double x = state[0];
      for (double[] v : tangents) {
        double dx = v[0];
        v[0] = -2.8 * x * dx + v[1];
        v[1] = 0.3 * dx;
      }
      state[0] = 1 - 1.4 * x * x + state[1];
      state[1] = 0.3 * x;
    };
  }

  /** A run of a map after its start has died away, [dimension][time]. */
  public static double[][] run(TangentMap map, double[] start, int frames) {
    double[] state = start.clone();
    double[][] run = new double[state.length][frames];
    for (int t = -500; t < frames; t++) {
      map.step(state, new double[0][]);
      for (int d = 0; d < state.length && t >= 0; d++) {
        run[d][t] = state[d];
      }
    }
    return run;
  }
}
