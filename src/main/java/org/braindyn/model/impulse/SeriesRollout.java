package org.braindyn.model.impulse;

import java.util.Arrays;
import org.braindyn.data.Precision;
import org.braindyn.kernel.ChebyshevLanes;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Panel;
import org.braindyn.kernel.Vec;
import org.braindyn.model.field.BaseChunk;
import org.braindyn.model.field.Chebyshev;
import org.braindyn.model.field.FieldRemainder;
import org.braindyn.model.field.FieldSeries;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.ode.Dynamics;
import org.braindyn.ode.Methods;
import org.braindyn.ode.Solver;
import org.braindyn.ode.Tolerance;

/**
 * Integrates blocks of one region's rows with the field as a Chebyshev series in x: unperturbed
 * field, linear part of the message's change, remainder. The same solver with the same steps; only
 * where the network is evaluated differs.
 */
final class SeriesRollout implements Dynamics {
  /** Lanes may leave the interval by so much of its half. */
  private static final double REACH = 1.01;

  private static final int BLOCK = FieldRemainder.BLOCK;

  private final Kernel kernel;
  private final int hidden;
  private final int nodes;
  private final double dt;
  private final Solver solver;
  private final ChebyshevLanes lanes = new ChebyshevLanes(Chebyshev.MOST, BLOCK + 1);
  private final FieldSeries series;
  private final FieldRemainder remainder;
  private final Panel changePanel;
  private final Panel slopePanel;
  private final Panel linearPanel;
  private final Vec changes;
  private final Vec slopes;
  private final Vec linearVec;
  private final double[][] linear = new double[Chebyshev.MOST][BLOCK];
  private final double[] scales = new double[BLOCK];
  private final boolean[] good = new boolean[BLOCK];
  private final Vec state;
  private final Vec out;
  private int size;
  private int count;

  /**
   * @param wide a kernel in double
   */
  SeriesRollout(
      Kernel kernel, Kernel wide, ModelSettings s, FieldSeries series, FieldRemainder remainder) {
    this.kernel = kernel;
    this.series = series;
    this.remainder = remainder;
    hidden = s.hidden();
    nodes = s.regions();
    dt = s.dt();
    Tolerance unused = new Tolerance(s.relativeTolerance(), s.absoluteTolerance());
    solver = new Solver(Methods.named(s.method()), wide, unused);
    changePanel = kernel.panel(hidden * BLOCK);
    slopePanel = kernel.panel(hidden * Chebyshev.MOST);
    linearPanel = kernel.panel(BLOCK * Chebyshev.MOST);
    changes = kernel.vec(hidden * BLOCK);
    slopes = kernel.vec(hidden * Chebyshev.MOST);
    linearVec = kernel.vec(BLOCK * Chebyshev.MOST);
    state = wide.vec(BLOCK + 1);
    out = wide.vec(s.horizon() * (BLOCK + 1));
    if (wide.precision() != Precision.DOUBLE) {
      throw new IllegalArgumentException("series are summed in double");
    }
  }

  /** Takes over the derivative of the series that was fitted last. */
  void begin() {
    int terms = series.slopeTerms();
    for (int j = 0; j < hidden; j++) {
      for (int m = 0; m < terms; m++) {
        slopes.set(m * hidden + j, series.slope(m, j));
      }
    }
    slopePanel.put(0, slopes, 0, hidden * terms);
  }

  /**
   * Integrates rows {@code first .. first + n - 1} of a region.
   *
   * @return for every row whether its effects were written; the others need {@link FullRollout}
   */
  boolean[] run(BaseChunk base, int v, ImpulseRows rows, int first, int n, ImpulseEffects effects) {
    rows.gather(first, n, changes);
    linear(rows, first, n);
    Arrays.fill(good, 0, n, true);
    int k = remainder.terms(series, base.message, v, nodes, changes, n, linear, scales);
    if (k < 0) {
      Arrays.fill(good, 0, n, false);
      return good;
    }
    remainder.sample(series, base.message, v, nodes, changes, n, linear, scales, k, good);
    add(k, n);
    for (int r = 0; r < n; r++) {
      state.set(r, base.start(v) + rows.start[first + r]);
    }
    state.set(n, base.start(v)); // the last lane goes without impulse
    size = n + 1;
    lanes.forget();
    solver.forward(this, state, size, dt, base.steps, out, false);
    for (int r = 0; r < n; r++) {
      double end = (out.get((base.steps - 1) * size + r) - series.centre()) / series.half();
      good[r] &= lanes.reach(r) <= REACH && Math.abs(end) <= REACH;
    }
    for (int p = 0; p < base.steps; p++) {
      int at = effects.at(base.done + 1 + p, v);
      double plain = out.get(p * size + n);
      for (int r = 0; r < n; r++) {
        effects.values[at + rows.lane[first + r]] = out.get(p * size + r) - plain;
      }
    }
    return good;
  }

  /** The field's change to first order, as a series per row, and its size. */
  private void linear(ImpulseRows rows, int first, int n) {
    int terms = series.slopeTerms();
    changePanel.put(0, changes, 0, hidden * n);
    kernel.multiply(n, terms, hidden, changePanel, 0, slopePanel, 0, linearPanel, 0);
    linearPanel.get(0, linearVec, 0, terms * n);
    Arrays.fill(scales, 0, n, 0);
    for (int m = 0; m < terms; m++) {
      double[] term = linear[m];
      for (int r = 0; r < n; r++) {
        term[r] = linearVec.get(m * n + r);
        scales[r] += Math.abs(term[r]);
      }
    }
    // A change that happens to point along the field's level sets is no reason to be more exact.
    double usual = series.norm() / Math.sqrt(hidden);
    for (int r = 0; r < n; r++) {
      scales[r] = Math.max(scales[r], usual * rows.length(first + r));
    }
  }

  private void add(int k, int n) {
    count = Math.max(Math.max(series.rateTerms(), series.slopeTerms()), k);
    for (int m = 0; m < count; m++) {
      double[] term = lanes.term(m);
      double plain = series.rate(m);
      Arrays.fill(term, 0, n + 1, plain);
      if (m < series.slopeTerms()) {
        add(term, linear[m], n);
      }
      if (m < k) {
        add(term, remainder.term(m), n);
      }
    }
  }

  private static void add(double[] to, double[] what, int n) {
    for (int r = 0; r < n; r++) {
      to[r] += what[r];
    }
  }

  @Override
  public void rate(int slot, Vec x, Vec rate) {
    lanes.sum(x, series.centre(), series.half(), count, size, rate);
  }

  @Override
  public void pull(int slot, Vec x, Vec gradRate, Vec gradX) {
    throw new UnsupportedOperationException("runs forwards only");
  }
}
