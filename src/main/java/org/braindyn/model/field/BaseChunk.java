package org.braindyn.model.field;

import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Vec;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Parameters;
import org.braindyn.model.parameter.Rows;

/** The unperturbed chunk of one window: messages, trajectories, how steep the field is. */
public final class BaseChunk {
  private static final int BLOCK = 96;

  public final Vec message;
  private final FieldValues field;
  private final int hidden;
  private final int nodes;
  private final int horizon;
  private final Vec start;
  private final Vec out;
  private final Vec gradient;
  private final double[] slopes;
  private final double[] lowest;
  private final double[] highest;
  private final Vec timeline;
  private final int context;
  public int done;
  public int steps;

  /**
   * @param timeline [step][region], context and all steps ahead
   */
  public BaseChunk(Kernel kernel, ModelSettings s, Vec timeline) {
    this.timeline = timeline;
    context = s.context();
    hidden = s.hidden();
    nodes = s.regions();
    horizon = s.horizon();
    field = new FieldValues(kernel, s, BLOCK);
    message = kernel.vec(hidden * nodes);
    start = kernel.vec(BLOCK);
    out = kernel.vec(horizon * BLOCK);
    gradient = kernel.vec((1 + hidden) * BLOCK);
    slopes = new double[(1 + hidden) * nodes];
    lowest = new double[nodes];
    highest = new double[nodes];
  }

  public void load(Parameters p) {
    field.load(p);
  }

  /** Solves the chunk; {@link #message} is set. */
  public void run(int doneBefore, int stepsHere) {
    done = doneBefore;
    steps = stepsHere;
    Rows cut = Rows.forProducts(nodes, Math.min(BLOCK, Math.max(nodes, Rows.STEP)));
    for (int k = 0; k < cut.count(); k++) {
      solve(cut.start(k), cut.size(k));
    }
  }

  private void solve(int first, int size) {
    int last = (context - 1 + done) * nodes;
    start.copy(0, timeline, last + first, size);
    field.rows(size);
    for (int j = 0; j < hidden; j++) {
      field.column(1 + j, message, j * nodes + first);
    }
    field.column(0, start, 0);
    field.values(out);
    field.gradient(gradient);
    for (int c = 0; c <= hidden; c++) {
      for (int r = 0; r < size; r++) {
        slopes[(first + r) * (1 + hidden) + c] = gradient.get(c * size + r);
      }
    }
    field.solve(start, steps, out);
    for (int p = 0; p < steps; p++) {
      timeline.copy(last + (1 + p) * nodes + first, out, p * size, size);
    }
    for (int r = 0; r < size; r++) {
      double end = out.get((steps - 1) * size + r);
      lowest[first + r] = Math.min(field.lowest(r), end);
      highest[first + r] = Math.max(field.highest(r), end);
    }
  }

  /** Start value of a region. */
  public double start(int v) {
    return timeline.get((context - 1 + done) * nodes + v);
  }

  /** Value of a region after step p + 1. */
  public double value(int p, int v) {
    return timeline.get((context + done + p) * nodes + v);
  }

  /** Least x of a region's trajectory, stages of the solver included. */
  public double lowest(int v) {
    return lowest[v];
  }

  /** Largest x of a region's trajectory, stages of the solver included. */
  public double highest(int v) {
    return highest[v];
  }

  /** Derivative of the field at the start by x (entry 0) and by the message (1, 2, ...). */
  public double slope(int v, int entry) {
    return slopes[v * (1 + hidden) + entry];
  }
}
