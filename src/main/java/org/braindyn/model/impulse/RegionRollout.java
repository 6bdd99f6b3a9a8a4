package org.braindyn.model.impulse;

import java.util.Arrays;
import org.braindyn.kernel.Kernel;
import org.braindyn.model.field.BaseChunk;
import org.braindyn.model.field.FieldRemainder;
import org.braindyn.model.field.FieldSeries;
import org.braindyn.model.field.FieldValues;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Parameters;
import org.braindyn.model.parameter.Rows;

/**
 * All perturbed rows of one region in one chunk: chooses the interval of x that their trajectories
 * should stay in, sends most through {@link SeriesRollout}, and what does not fit through {@link
 * FullRollout}.
 */
final class RegionRollout {
  /** Widening beyond what the start predicts. */
  private static final double MARGIN = 1.3;

  private static final double LEAST_HALF = 0.02;
  private static final double MOST_GROWTH = 2;

  private final int hidden;
  private final int nodes;
  private final double dt;
  private final FieldValues field;
  private final FieldSeries series;
  private final SeriesRollout rollout;
  private final FieldRemainder remainder;
  private final FullRollout full;
  private final double[] excursion;
  private long count;

  /**
   * @param wide a kernel in double
   * @param most most lanes
   */
  RegionRollout(Kernel kernel, Kernel wide, ModelSettings s, int most) {
    hidden = s.hidden();
    nodes = s.regions();
    dt = s.dt();
    field = new FieldValues(kernel, s, FieldRemainder.BLOCK);
    series = new FieldSeries(kernel, s, field);
    remainder = new FieldRemainder(kernel, s, field);
    rollout = new SeriesRollout(kernel, wide, s, series, remainder);
    full = new FullRollout(kernel, s);
    excursion = new double[most];
  }

  void load(Parameters p) {
    field.load(p);
    full.load(p);
  }

  /** Integrates the rows and writes their effects; some only with {@link #finish}. */
  void run(BaseChunk base, int v, ImpulseRows rows, ImpulseEffects effects) {
    if (rows.size == 0) {
      return;
    }
    count += rows.size;
    double width = width(base, v, rows);
    double low = base.lowest(v) - width;
    double high = base.highest(v) + width;
    if (!(high - low < 1e6) || !series.fit(low, high, base.message, v, nodes)) {
      for (int r = 0; r < rows.size; r++) {
        full.add(base, v, rows, r, effects);
      }
      return;
    }
    rollout.begin();
    Rows cut = Rows.forProducts(rows.size, FieldRemainder.BLOCK);
    for (int k = 0; k < cut.count(); k++) {
      int first = cut.start(k);
      boolean[] good = rollout.run(base, v, rows, first, cut.size(k), effects);
      for (int r = 0; r < cut.size(k); r++) {
        if (!good[r]) {
          full.add(base, v, rows, first + r, effects);
        }
      }
    }
  }

  /** How far most rows will leave the unperturbed trajectory, from the field at its start. */
  private double width(BaseChunk base, int v, ImpulseRows rows) {
    double time = dt * base.steps;
    double steep = base.slope(v, 0);
    double growth = Math.exp(Math.max(-50, Math.min(MOST_GROWTH, steep * time)));
    double reach = Math.abs(steep * time) < 1e-3 ? time : (growth - 1) / steep;
    int n = rows.size;
    for (int r = 0; r < n; r++) {
      double push = 0;
      for (int j = 0; j < hidden; j++) {
        push += base.slope(v, 1 + j) * rows.change.get(j * n + rows.order[r]);
      }
      double moved = Math.abs(rows.start[r]) * Math.max(1, growth);
      excursion[r] = moved + Math.abs(push) * Math.abs(reach);
    }
    Arrays.sort(excursion, 0, n);
    double most = excursion[n - 1];
    // Few rows far from all others (the source itself) would widen the interval for all.
    double usual = 2 * excursion[Math.max(0, n - 2 - n / 200)];
    double span = base.highest(v) - base.lowest(v);
    return MARGIN * Math.min(most, usual) + 0.02 * span + LEAST_HALF;
  }

  /** Writes what has not been written yet. */
  void finish(BaseChunk base, ImpulseEffects effects) {
    full.flush(base, effects);
  }

  /** Rows so far; of these, integrated in full; network evaluations for the others. */
  long[] counts() {
    return new long[] {count, full.count(), remainder.evaluations()};
  }
}
