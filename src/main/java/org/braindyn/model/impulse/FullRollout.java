package org.braindyn.model.impulse;

import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Vec;
import org.braindyn.model.field.BaseChunk;
import org.braindyn.model.field.FieldValues;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Parameters;

/** Integrates rows in the ordinary way: the network at every stage of the solver. */
final class FullRollout {
  private static final int BLOCK = 96;

  private final FieldValues field;
  private final int hidden;
  private final int nodes;
  private final Vec messages;
  private final Vec start;
  private final Vec out;
  private final int[] region = new int[BLOCK];
  private final int[] lane = new int[BLOCK];
  private int size;
  private long count;

  FullRollout(Kernel kernel, ModelSettings s) {
    field = new FieldValues(kernel, s, BLOCK);
    hidden = s.hidden();
    nodes = s.regions();
    messages = kernel.vec(hidden * BLOCK);
    start = kernel.vec(BLOCK);
    out = kernel.vec(s.horizon() * BLOCK);
  }

  void load(Parameters p) {
    field.load(p);
  }

  /**
   * Adds a row, and solves what has come together when there is no more room.
   *
   * @param base the unperturbed chunk
   */
  void add(BaseChunk base, int v, ImpulseRows rows, int row, ImpulseEffects effects) {
    region[size] = v;
    lane[size] = rows.lane[row];
    start.set(size, base.start(v) + rows.start[row]);
    for (int j = 0; j < hidden; j++) {
      double moved = rows.change.get(j * rows.size + rows.order[row]);
      messages.set(j * BLOCK + size, base.message.get(j * nodes + v) + moved);
    }
    size++;
    count++;
    if (size == BLOCK) {
      flush(base, effects);
    }
  }

  /** Solves what has come together. */
  void flush(BaseChunk base, ImpulseEffects effects) {
    if (size == 0) {
      return;
    }
    field.rows(size);
    for (int j = 0; j < hidden; j++) {
      field.column(1 + j, messages, j * BLOCK);
    }
    field.solve(start, base.steps, out);
    for (int p = 0; p < base.steps; p++) {
      for (int r = 0; r < size; r++) {
        double effect = out.get(p * size + r) - base.value(p, region[r]);
        effects.set(base.done + 1 + p, region[r], lane[r], effect);
      }
    }
    size = 0;
  }

  /** Rows so far. */
  long count() {
    return count;
  }
}
